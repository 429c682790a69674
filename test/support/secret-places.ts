// Where somebody may write a secret: in every sort of value, key and line, in comments, in files, and on lines that are wrong.

import { smallProgram } from "./small-program.ts";

/** A program with a text at a place, and the files that it takes in. */
export interface SecretProgram {
  readonly text: string;
  readonly assets?: ReadonlyMap<string, string>;
}

type Place = (secret: string) => SecretProgram;

/** As the contents of quotes. */
function escaped(text: string): string {
  return text.replace(/[\\"]/g, "\\$&").replace(/\n/g, "\\n").replace(/\$\{/g, "\\${");
}

const oneLine = (text: string) => text.replace(/\n/g, " ");
const quoted = (part: "course" | "hub" | "image" | "more", line: (text: string) => string): Place => {
  return (secret) => ({ text: smallProgram({ [part]: line(escaped(secret)) }) });
};
const raw = (part: "course" | "hub" | "image" | "more", line: (text: string) => string): Place => {
  return (secret) => ({ text: smallProgram({ [part]: line(oneLine(secret)) }) });
};
const indented = (text: string) => text.replace(/^/gm, "    ");
const filed = (part: "course" | "hub" | "image" | "more", line: string, name: string): Place => {
  return (secret) => ({ text: smallProgram({ [part]: line }), assets: new Map([[name, `# notes\n${secret}\n`]]) });
};

export const secretPlaces: Readonly<Record<string, Place>> = {
  "a title": (secret) => ({ text: smallProgram().replace('title = "C"', `title = "${escaped(secret)}"`) }),
  "an announcement": quoted("hub", (text) => `announcement = "${text}"`),
  "a client id": (secret) => ({ text: smallProgram().replace('secret("github/client-id")', `"${escaped(secret)}"`) }),
  "a client secret": (secret) => ({
    text: smallProgram().replace('secret("github/client-secret")', `"${escaped(secret)}"`),
  }),
  "the path of a secret": (secret) => ({ text: smallProgram().replace("github/client-secret", escaped(secret)) }),
  "a secret without quotes": (secret) => ({
    text: smallProgram().replace('secret("github/client-secret")', oneLine(secret)),
  }),
  "a path without quotes": (secret) => ({
    text: smallProgram().replace('"github/client-secret"', oneLine(secret)),
  }),
  "a secret whose quotes never close": (secret) => ({
    text: smallProgram().replace('secret("github/client-secret")', `"${escaped(secret)}`),
  }),
  "a secret in single quotes": (secret) => ({
    text: smallProgram().replace('secret("github/client-secret")', `'${oneLine(secret)}'`),
  }),
  "a secret in a list": (secret) => ({
    text: smallProgram().replace('secret("github/client-secret")', `["${escaped(secret)}"]`),
  }),
  "another function": (secret) => ({
    text: smallProgram().replace('secret("github/client-secret")', `env("${escaped(secret)}")`),
  }),
  "a constant": quoted("more", (text) => `let x = "${text}"`),
  "a constant for a secret": (secret) => ({
    text: `let x = "${escaped(secret)}"\n${smallProgram().replace('secret("github/client-secret")', "x")}`,
  }),
  "a constant in a text": (secret) => ({
    text: `let x = "${escaped(secret)}"\n${smallProgram({ hub: 'announcement = "see ${x} there"' })}`,
  }),
  "a text of two constants": (secret) => {
    const half = Math.ceil(secret.length / 2);
    const [a, b] = [secret.slice(0, half), secret.slice(half)].map(escaped);
    return { text: `let a = "${a}"\nlet b = "${b}"\n${smallProgram({ hub: 'announcement = "${a}${b}"' })}` };
  },
  "a list of people": quoted("more", (text) => `group g { members = ["${text}"] }`),
  "a list of admins": quoted("hub", (text) => `admins = ["${text}"]`),
  "a domain": (secret) => ({ text: smallProgram().replace('"h.example.edu"', `"${escaped(secret)}"`) }),
  "a material's repository": quoted("course", (text) => `material { repository = "${text}" }`),
  "a number's place": quoted("course", (text) => `students = "${text}"`),
  "a choice's place": (secret) => ({ text: smallProgram().replace("image = img", `image = "${escaped(secret)}"`) }),
  "a variable": quoted("hub", (text) => `environment { NOTES = "${text}" }`),
  "a variable's name": quoted("hub", (text) => `environment { "${text}" = "x" }`),
  "a variable of a course": quoted("course", (text) => `environment { NOTES = "${text}" }`),
  "a command": quoted("image", (text) => `run = "echo ${text}"`),
  "a list of commands": quoted("image", (text) => `run = ["true", "echo ${text}"]`),
  "lines of Dockerfile": quoted("image", (text) => `dockerfile = "RUN echo ${text}"`),
  "a file of an image": quoted("image", (text) => `files { "/opt/x" = "${text}" }`),
  "the name of a file of an image": quoted("image", (text) => `files { "${text}" = "x" }`),
  "a base": quoted("more", (text) => `image other { base = "${text}" }`),
  "a pip line": raw("image", (text) => `pip {\n    ${text}\n  }`),
  "a pip line behind a name": raw("image", (text) => `pip {\n    thing @ ${text}\n  }`),
  "a conda line": raw("image", (text) => `conda {\n    ${text}\n  }`),
  "an apt line": raw("image", (text) => `apt {\n    ${text}\n  }`),
  "a cran line": raw("image", (text) => `cran {\n    ${text}\n  }`),
  "a comment": (secret) => ({ text: smallProgram({ hub: `# ${secret.replaceAll("\n", "\n# ")}` }) }),
  "a doc comment": (secret) => ({ text: `## ${secret.replaceAll("\n", "\n## ")}\n${smallProgram()}` }),
  "a comment behind a value": raw("hub", (text) => `announcement = "x"  # ${text}`),
  "a long text": (secret) => ({
    text: smallProgram({ hub: `announcement = """\n${indented(secret)}\n  """` }),
  }),
  "a value of the chart": quoted("hub", (text) => `values { hub.extraEnv.NOTES = "${text}" }`),
  "a key of the chart": quoted("hub", (text) => `values { singleuser.extraAnnotations = { "${text}" = "x" } }`),
  "a list of the chart": quoted("hub", (text) => `values { singleuser.cmd = ["sh", "${text}"] }`),
  "a trait": quoted("hub", (text) => `config { JupyterHub.template_vars = { "x" = "${text}" } }`),
  "Python of the hub": quoted("hub", (text) => `python { "10-x" = "# ${text}" }`),
  "a manifest": quoted("hub", (text) => `manifests = ["# ${text}"]`),
  "a page": quoted("more", (text) => `project p { pages { students = "${text}" } }`),
  "a label of a block": quoted("course", (text) => `open "${text}" { days = [monday] }`),
  "a name of a declaration": raw("more", (text) => `group ${text} { members = ["ada"] }`),
  "an unknown setting": quoted("course", (text) => `nonsense = "${text}"`),
  "the name of a setting": raw("course", (text) => `${text} = 1`),
  "a line with a mistake": quoted("course", (text) => `students = = "${text}"`),
  "a line that is no code": raw("course", (text) => text),
  "after the end": raw("more", (text) => `} ${text}`),
  "a text on one line with others": quoted("course", (text) => `environment { A = "${text}"  A = 1  nonsense }`),
  "a condition of a policy": quoted("more", (text) => `policy p {\n  every course\n  require title = "${text}"\n}`),
  "a reason of a policy": quoted(
    "more",
    (text) => `policy p {\n  every course\n  require term exists\n  because "${text}"\n}`,
  ),
  "an allowance": raw("course", (text) => `# hubc: allow course/term-over because "${text}"`),
  "a file for an announcement": filed("hub", 'announcement = file("x.txt")', "x.txt"),
  "a file of a image": filed("image", 'files { "/opt/x" = file("x.txt") }', "x.txt"),
  "a file of Python": filed("hub", 'python { "10-x" = file("x.py") }', "x.py"),
  "a file of objects": filed("hub", 'manifests = [file("x.yaml")]', "x.yaml"),
};
