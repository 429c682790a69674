// Continuous integration: the programs that check, build and deploy a project by themselves, and what they need to know of its repository.

import { defineBlock, setting } from "../block.ts";
import { ciNotWritten } from "../schema-diagnostics.ts";
import { listOf } from "../values/compounds.ts";
import { branch } from "../values/forms.ts";
import { choice, textType } from "../values/scalars.ts";

const folder = textType({
  name: "folder of a repository",
  expected: 'a folder of the repository, such as `"hubs"`',
  what: "a folder of the repository, from its top, or `.`: names of letters, digits, `.`, `_` and `-`, joined by `/`",
  accepts: (value) =>
    value === "." || /^(?:[A-Za-z0-9_][A-Za-z0-9._-]*)(?:\/[A-Za-z0-9_][A-Za-z0-9._-]*)*$/.test(value),
});

/** What npm installs, fixed so that nobody else can change it: an exact version, a full commit, or a file of the repository. */
const npmPackage = textType({
  name: "npm package",
  expected: 'what npm installs, such as `"git+https://github.com/OWNER/REPO.git#COMMIT"`',
  what: "something that npm can install and nobody can change afterwards: `NAME@1.2.3`, `git+https://…#` with the 40 digits of a commit, or `./FILE.tgz`",
  accepts: (value) =>
    /^(?:@[a-z0-9._-]+\/)?[a-z0-9][a-z0-9._-]*@\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/.test(value) ||
    /^git\+https:\/\/[A-Za-z0-9.-]+(?::\d+)?\/[A-Za-z0-9._/-]+#[0-9a-f]{40}$/.test(value) ||
    /^\.\/(?!.*\.\.)[A-Za-z0-9._/-]+\.tgz$/.test(value),
});

/** Systems that people move from, or ask for, by the names that they write. */
const others: Readonly<Record<string, string>> = {
  travis: "Travis CI",
  "travis-ci": "Travis CI",
  circleci: "CircleCI",
  "circle-ci": "CircleCI",
  jenkins: "Jenkins",
};

const written = choice("github", "gitlab", "hubploy", "chartpress");

/** One that files are written for; of a known other one, what to use instead. */
const system: typeof written = {
  ...written,
  read: (node, reader) => {
    const path = node.kind === "path" && node.names.length === 1 ? node.names[0]?.text : undefined;
    const text = node.kind === "text" && node.parts.length === 1 ? node.parts[0] : undefined;
    const name = (path ?? (typeof text === "string" ? text : "")).toLowerCase();
    const title = Object.hasOwn(others, name) ? others[name] : undefined;
    if (title === undefined) return written.read(node, reader);
    const fixes = [reader.offer("Write `github`", node, "github"), reader.offer("Write `gitlab`", node, "gitlab")];
    return reader.say(ciNotWritten, { system: title }, node, { fixes });
  },
};

export const ci = defineBlock({
  name: "ci",
  doc: "Who checks, builds and deploys the project without being asked.",
  settings: {
    systems: setting({
      type: listOf(system),
      doc: "What to write `ci/` for: GitHub Actions, GitLab CI, and the files of hubploy and chartpress. `[]` is for none.",
      example: "[github, gitlab]",
      defaultDoc: "`[github]`",
    }),
    branch: setting({
      type: branch,
      doc: "The branch that is deployed.",
      example: '"main"',
      default: "main",
    }),
    folder: setting({
      type: folder,
      doc: "Where the project lies in its repository.",
      example: '"hubs"',
      default: ".",
    }),
    hubc: setting({
      type: npmPackage,
      doc: "Where npm gets hubc from.",
      example: '"git+https://github.com/campus/hubc.git#0123456789abcdef0123456789abcdef01234567"',
      defaultDoc: "what the `package.json` and `package-lock.json` at the top of the repository say",
    }),
  },
});
