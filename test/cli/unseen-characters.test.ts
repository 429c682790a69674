// No command prints a character that acts on a terminal, turns the direction of a line or can't be seen, wherever a program has one: not in
// messages, lines of the program, paths or answers. It is printed by its code, and carets stand where they belong.

import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { unseenCharacters } from "../../compiler/text/unseen-characters.ts";
import { runCli } from "../support/run-cli.ts";
import { smallProgram } from "../support/small-program.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { textSites, withTexts } from "../support/text-sites.ts";

const commands: readonly (readonly string[])[] = [
  ["check"],
  ["check", "--format", "json"],
  ["check", "--format", "github"],
  ["check", "--format", "sarif"],
  ["check", "--fix", "--dry-run"],
  ["check", "--fix", "--diff"],
  ["check", "--hub", "a\u001b[2Jb"],
  ["build"],
  ["build", "--format", "json"],
  ["build", "--moved"],
  ["build", "--out", "o\u202eut"],
  ["lock"],
  ["fmt", "--check"],
  ["links"],
  ["links", "--format", "json"],
  ["links", "--format", "csv"],
  ["links", "--format", "md"],
  ["links", "a\u202eb"],
  ["who"],
  ["who", "--format", "json"],
  ["calendar"],
  ["calendar", "--format", "json"],
  ["calendar", "--format", "ics"],
  ["capacity"],
  ["capacity", "--format", "json"],
  ["explain", "course.c.title"],
  ["explain", "hub.h.announcement"],
  ["explain", "hub.h.auth.allow.people"],
  ["explain", "group.g.members"],
  ["explain", "hub.h.a\u001b[2Jb"],
  ["a\u001b[2Jb"],
  ["fmt", "no\u202esuch.hub"],
];

const hostile = "a\u001b]0;x\u0007\u202eb\u200bc\u0085\u2066d\u0000e\u{e0041}\ufeff";

const rich = smallProgram({
  course: `  description = "d"
  content m {
    repo = "https://github.com/data-8/m"
    open { "x" = "lab.ipynb" }
  }
  links { ed = "https://ed.example.edu" }
  textbook { url = "https://b.example.edu"  title = "t"  authors = ["n"] }
  shared s { path = "s" }`,
  hub: '  announcement = "a"\n  admins = ["root"]\n  environment { A = "b" }\n  values { singleuser.extraLabels = { "l" = "v" } }',
  image: '  env { A = "b" }\n  files { "/opt/x" = "y" }\n  run = "true"',
  more: 'let k = "v"\ngroup g {\n  members = ["ada"]\n  hub = h\n}\n## doc\nproject p { registry = "ghcr.io/campus" }',
});

function programs(): readonly string[] {
  const sites = textSites(rich);
  const each = sites.map((_, i) => withTexts(rich, sites, new Map([[i, hostile]])));
  return [
    withTexts(rich, sites, new Map(sites.map((_, i) => [i, hostile]))),
    // One at a time, a few of them for each command.
    ...each,
    rich.replaceAll("## doc", `## ${hostile}`),
    rich.replaceAll("group g", `group g${hostile}`),
    rich.replaceAll("title =", `ti${hostile}tle =`),
    rich.replaceAll("run =", `# ${hostile}\n  run =`),
    `${rich}\n${hostile}\n`,
    rich.replace("image {", `image {\n  pip { a==1${hostile} }`),
  ];
}

/** Raw in what was printed; line ends of calendars are as their format has them. */
const raw = (text: string) => unseenCharacters(text, "prose").map(({ code }) => code.toString(16));

test("there are many programs", () => {
  expect(programs().length).toBeGreaterThan(20);
});

test.each(commands.map((command, i) => [JSON.stringify(command), command, i] as const))(
  "%s",
  async (_name, command, n) => {
    const all = programs();
    let printed = 0;
    for (const [i, program] of all.entries()) {
      if (i > 0 && i % 8 !== n % 8) continue;
      const folder = temporaryFolder();
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, "p.hub"), program);
      for (const tty of [false, true]) {
        const { stdout, stderr } = await runCli(command, { cwd: folder, tty, env: { TERM: "xterm" } });
        expect(raw(withoutPaint(stdout, tty))).toEqual([]);
        expect(raw(withoutPaint(stderr, tty))).toEqual([]);
        expect(stderr).not.toContain("bug in hubc");
        printed += stdout.length + stderr.length;
      }
    }
    expect(printed).toBeGreaterThan(0);
  },
);

/** hubc's own colours, which a terminal gets. */
function withoutPaint(text: string, tty: boolean): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the codes of colours begin with one.
  return tty ? text.replace(/\u001b\[(?:0|1|1;31|1;33|1;36|34|36|32)m/g, "") : text;
}

test("no fixture prints any, in any command that answers", async () => {
  const root = fileURLToPath(new URL("../fixtures/programs", import.meta.url));
  const folders = readdirSync(root).filter((_, i) => i % 6 === 0);
  expect(folders.length).toBeGreaterThan(3);
  for (const folder of folders)
    for (const command of [["check"], ["who"], ["links"], ["calendar"], ["capacity"]]) {
      const { stdout, stderr } = await runCli([...command], { cwd: join(root, folder) });
      expect(raw(stdout + stderr)).toEqual([]);
    }
});

test("the name of a file is printed by its codes", async () => {
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "p\u202e\u001b[2J.hub"), "course c{ }\n");
  for (const command of [["check"], ["fmt", "--check"], ["fmt"]]) {
    const { stdout, stderr } = await runCli(command, { cwd: folder });
    expect(raw(stdout + stderr)).toEqual([]);
    expect(stdout + stderr).toContain("p\\u{202e}\\u{1b}[2J.hub");
  }
});

test("carets stand under the code of a character, and behind it", async () => {
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "p.hub"), 'group g { members = ["ad\u200ba"]  nonsense = 1 }\n');
  const { stdout } = await runCli(["check"], { cwd: folder });
  const lines = stdout.split("\n");
  const under = (mark: RegExp) => {
    const i = lines.findIndex((line) => /^ {2}\| +\^/.test(line) && mark.test(line));
    const [, before = "", carets = ""] = /^( *\| +)(\^+)/.exec(lines[i] ?? "") ?? [];
    return (lines[i - 1] ?? "").slice(before.length, before.length + carets.length);
  };
  expect(under(/\^{8}$/)).toBe("\\u{200b}");
  const second = lines.filter((line) => line.includes("^"))[1] ?? "";
  expect((lines[lines.indexOf(second) - 1] ?? "").indexOf("nonsense")).toBe(second.indexOf("^"));
});

test("JSON keeps what the program says, by its codes", async () => {
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "p\u202e.hub"), "course c { }\n");
  const { stdout } = await runCli(["check", "--format", "json"], { cwd: folder });
  expect(stdout).toContain("p\\u202e.hub");
  expect(JSON.stringify(JSON.parse(stdout))).toContain("p\u202e.hub");
});

test("the filter gives back what it was given, but not to a terminal", async () => {
  const text = '# a\u200bb\nlet x = "c\u202ed"\n';
  expect((await runCli(["fmt", "--stdin"], { cwd: "/", stdin: text })).stdout).toBe(text);
  expect(raw((await runCli(["fmt", "--stdin"], { cwd: "/", stdin: text, tty: true })).stdout)).toEqual([]);
});

test("names and titles of the world's scripts are printed as they are", async () => {
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  const title = "מבוא למדעי הנתונים, می\u200cخواهم, 👩\u200d🎓";
  writeFileSync(join(folder, "p.hub"), rich.replace('title = "C"', `title = "${title}"`));
  expect((await runCli(["explain", "course.c.title"], { cwd: folder })).stdout).toContain(title);
});

test("a colour that a program holds is none of hubc's", async () => {
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "p.hub"), rich.replace('environment { A = "b" }', 'environment { A = "\\u{1b}[36mx" }'));
  const { stdout } = await runCli(["explain", "hub.h.environment.A"], {
    cwd: folder,
    tty: true,
    env: { TERM: "xterm" },
  });
  expect(stdout).toContain("\\u{1b}[36mx");
  expect(stdout).not.toContain("\u001b[36m");
});
