// Every command as a row of data: what help, parsing and suggestions are made from, without loading any command.

import { clusterCommands } from "./cluster-commands.ts";
import type { Command, OptionSpec } from "./command.ts";
import { places } from "./init-places.ts";
import { questionCommands } from "./question-commands.ts";
import {
  answerFormat,
  clusterOptions,
  formatOption,
  onOption,
  pathArgument,
  selectionOptions,
} from "./shared-options.ts";
import { toolCommands } from "./tool-commands.ts";

const strictOption: OptionSpec = {
  name: "strict",
  doc: "Count warnings as errors: exit code 1, and nothing is written.",
};

const chartOption: OptionSpec = {
  name: "chart",
  value: "VERSION",
  doc: "The version of the JupyterHub chart: 4.4.0. What the files say, unless given.",
};

const watchOption: OptionSpec = { name: "watch", doc: "Do it again whenever a file is saved, until Ctrl-C." };

/** In the order of the help. */
export const commands: readonly Command[] = [
  {
    name: "check",
    summary: "Find what is wrong with a program; write nothing.",
    details: [
      "PATH is a folder with .hub files, or one .hub file, which is then the whole program. Without PATH it is the",
      "nearest folder upwards with a `project`, else this one. --fix is the only thing that makes it write.",
    ],
    arguments: [pathArgument],
    options: [
      onOption("that the check is for"),
      formatOption(["text", "json", "sarif", "github"], "How to print what is found."),
      { name: "fix", doc: "Apply every fix that is certain, then check. A guess, or what costs more, is only shown." },
      { name: "diff", doc: "With --fix: write nothing, and print the change as a patch." },
      { name: "dry-run", doc: "With --fix: write nothing, and say what would be mended." },
      strictOption,
      watchOption,
      ...selectionOptions,
    ],
    examples: [
      "hubc check",
      "hubc check courses/data8 --on 2026-10-05",
      "hubc check --format sarif > hubc.sarif",
      "hubc check --fix",
      "hubc check --watch",
    ],
    load: () => import("./commands/check.ts"),
  },
  {
    name: "audit",
    summary: "Find what is wrong with the values files of hubs that run today.",
    details: [
      "PATH is a repository of hubs, or values files in the order in which helm takes them. Known layouts: hubploy, clusters of",
      "2i2c, a chart that depends on `jupyterhub`, and values files by themselves. Nothing is written, and no `.hub` file is",
      "needed. Of files that sops encrypted only the keys are read. A finding that is fine is allowed in a comment above its",
      'line: # hubc: allow CODE because "the reason".',
    ],
    arguments: [{ name: "PATH", doc: "A folder or a values file.", many: true }],
    options: [
      chartOption,
      formatOption(["text", "json", "sarif", "github"], "How to print what is found."),
      strictOption,
    ],
    examples: [
      "hubc audit",
      "hubc audit values.yaml values-prod.yaml --chart 4.3.5",
      "hubc audit --format sarif > audit.sarif",
    ],
    load: () => import("./commands/audit.ts"),
  },
  {
    name: "import",
    summary: "Write hubs that run today as a program, and prove that it comes to their values.",
    details: [
      "PATH is as for hubc audit. The program is compiled and compared with the merged values of each hub, leaf by leaf: what is",
      "said in words, what only in those of the chart, what was dropped and why, and what would differ, which is exit code 1.",
      "Of files that sops encrypted only the keys are read. With --cluster the values are those that helm keeps of releases that",
      "run; what stands there in clear, a password too, is read. No file is overwritten. A folder with the files of an image, as",
      "repo2docker or Docker reads them, becomes an `image`; beside hubs, what lies in `deployments/HUB/image`.",
    ],
    arguments: [
      { name: "PATH", doc: "A folder, of an image too, or a values file; with --cluster a release.", many: true },
    ],
    options: [
      { name: "out", value: "DIR", doc: "The folder to write the program into. Needed." },
      { name: "hub", value: "NAME", doc: "Only this hub." },
      { name: "stage", value: "NAME", doc: "Only this stage." },
      chartOption,
      formatOption(["text", "json"], "How to print the proof."),
      { name: "cluster", doc: "Read releases that run, from helm's own records: PATH is the name of one." },
      { name: "namespace", value: "NAME", doc: "Only releases in this namespace, with --cluster." },
      ...clusterOptions,
    ],
    examples: [
      "hubc import . --out program",
      "hubc import images/data8 --out program",
      "hubc import --cluster datahub-prod --out program",
      "hubc import values.yaml --out program --format json",
    ],
    load: () => import("./commands/import.ts"),
  },
  {
    name: "build",
    summary: "Compile a program to Helm values, manifests, images and links.",
    details: [
      "Writes everything or, where there are errors, nothing. Files that an earlier build wrote and this one does not make are",
      "removed; files that hubc did not write, or that were edited since, are never touched without --force.",
      "PATH is as for hubc check. Prints what was written and removed.",
    ],
    arguments: [pathArgument],
    options: [
      {
        name: "out",
        value: "DIR",
        doc: "Where to write. The project's `out`, unless given: a folder beside its .hub files.",
      },
      onOption("that the build is for"),
      ...selectionOptions,
      formatOption(["text", "json"], "How to print what is found."),
      { name: "locked", doc: "Build exactly what hubc.lock fixes; an error where it does not fit the program." },
      { name: "force", doc: "Replace files that were edited since, or that hubc did not write." },
      {
        name: "moved",
        doc: "The work was moved by hand: build although homes or volumes are elsewhere than before.",
      },
      strictOption,
      watchOption,
    ],
    examples: [
      "hubc build",
      "hubc build examples/data8 --out /tmp/out --on 2026-10-05",
      "hubc build --hub datahub --stage staging --out staging",
      "hubc build --locked",
    ],
    load: () => import("./commands/build.ts"),
  },
  {
    name: "plan",
    summary: "Say what a change does to people, to their work and to what runs.",
    details: [
      "Compares the program with what it was: where its branch left the main branch, unless --against names a commit, a branch, a",
      "tag or a folder that a build wrote. Models and what follows from them are compared, so that a renamed file is no",
      "change. With --from and --to it compares two dates of one program. What would lose people's work is an error. With",
      "--exit-code it exits with 3 where something changes. With --cluster it says what of each release that runs is other than",
      "the program says: objects, the values that helm keeps, and what was changed by hand. PATH is as for hubc check.",
    ],
    arguments: [pathArgument],
    options: [
      {
        name: "against",
        value: "WHAT",
        doc: "What to compare with: a commit, a branch, a tag, or a folder that an earlier build wrote.",
      },
      onOption("that both sides are for"),
      { name: "from", value: "DATE", doc: "The date of the side before." },
      { name: "to", value: "DATE", doc: "The date of the side after." },
      formatOption(["text", "markdown", "json"], "How to print the plan."),
      { name: "exit-code", doc: "Exit with 3 where something changes and nothing is refused." },
      { name: "cluster", doc: "Compare with what runs in the cluster instead; changes nothing there." },
      ...selectionOptions.map((optionSpec) => ({
        ...optionSpec,
        doc: optionSpec.doc.replace(/\.$/, ", with --cluster."),
      })),
      ...clusterOptions,
    ],
    examples: [
      "hubc plan",
      "hubc plan --against v1.2",
      "hubc plan --format markdown",
      "hubc plan --from 2026-10-15 --to 2026-10-16",
      "hubc plan --cluster --exit-code",
    ],
    load: () => import("./commands/plan.ts"),
  },
  ...clusterCommands,
  {
    name: "lock",
    summary: "Fix base images, repositories and packages in hubc.lock.",
    details: [
      "Asks registries for the digests of base images and repositories for the commits of branches and tags, and has conda-lock or",
      "pixi, where one is installed, solve the packages of each image; their lock files go to locks/. Writes everything or, where",
      "one answer fails, nothing. hubc build --locked then builds that and nothing else. PATH is as for hubc check. For registries",
      "that want to know who asks, DOCKER_CONFIG names the folder with docker's config.json.",
    ],
    arguments: [pathArgument],
    options: [
      {
        name: "platform",
        value: "PLATFORM",
        many: true,
        doc: "A platform to solve packages for, in conda's names: osx-arm64. linux-64, unless given.",
      },
      onOption("to read the program for"),
      answerFormat,
    ],
    examples: ["hubc lock", "hubc lock courses/data8 --platform linux-64 --platform osx-arm64"],
    load: () => import("./commands/lock.ts"),
  },
  ...questionCommands,
  {
    name: "test",
    summary: "Check what the program's `expect` blocks say must hold.",
    details: [
      "Asks each requirement on every day on which something about it changes, or with --on on that day alone: may somebody enter,",
      "what is their server, whose servers they reach, what a course costs, do the pools hold everybody. What fails is shown with",
      "the values that decided it, and exits with 1. PATH is as for hubc check.",
    ],
    arguments: [pathArgument],
    options: [
      { name: "on", value: "DATE", doc: "Only this date: 2026-10-05. Every date that matters, unless given." },
      formatOption(["text", "json", "junit", "github"], "How to print what is found."),
    ],
    examples: ["hubc test", "hubc test examples/data8 --on 2026-10-16", "hubc test --format junit > hubc-test.xml"],
    load: () => import("./commands/test.ts"),
  },
  {
    name: "fmt",
    summary: "Lay out .hub files in the one way.",
    details: [
      "Rewrites the .hub files of each PATH, as hubc check finds them, and prints the names of those that changed. What a file",
      "says, its comments included, stays; a part with a syntax error is left as it is. The files are written in either format:",
      "--check is what writes nothing.",
    ],
    arguments: [{ name: "PATH", doc: "A folder or a .hub file.", many: true }],
    options: [
      {
        name: "check",
        doc: "Write nothing; print the files that are not laid out so, and exit with 1 if there are any.",
      },
      { name: "stdin", doc: "Read one file from the standard input and print it laid out." },
      answerFormat,
    ],
    examples: ["hubc fmt", "hubc fmt --check courses", "hubc fmt --stdin < course.hub"],
    load: () => import("./commands/fmt.ts"),
  },
  {
    name: "explain",
    summary: "Explain a diagnostic's code, a setting, or a value of a program.",
    details: [
      "Shows why a diagnostic is given, with a wrong program and a right one. Without CODE it lists all codes.",
      "For a value such as course.data8.memory it shows every declaration that had a part in it, in the program at PATH;",
      "for course.data8 it shows all that the course says.",
    ],
    arguments: [
      {
        name: "CODE",
        doc: "A code such as names/unknown-image, a setting such as course.memory, or a value such as course.data8.memory.",
      },
      { name: "PATH", doc: "For a value: the project's folder or file. The nearest project, unless given." },
    ],
    options: [answerFormat],
    examples: [
      "hubc explain names/unknown-image",
      "hubc explain course.memory",
      "hubc explain course.data8.memory examples/data8",
    ],
    load: () => import("./commands/explain.ts"),
  },
  {
    name: "lsp",
    summary: "Be the language server of an editor.",
    details: [
      "Speaks the Language Server Protocol on the standard input and output, until the editor ends it. Editors start it; people",
      "don't. The setting hubc.on is a date to check for in place of today. LANGUAGE.md says what it can do.",
    ],
    arguments: [],
    options: [
      { name: "stdio", doc: "As without: editors add it." },
      {
        name: "clientProcessId",
        value: "PID",
        doc: "The editor; the server ends when that has ended. Editors add it.",
      },
    ],
    examples: ["hubc lsp"],
    goesOn: true,
    load: () => import("./commands/lsp.ts"),
  },
  {
    name: "init",
    summary: "Begin a project that compiles, from a template.",
    details: [
      "Makes DIR, or fills this folder, with a course, an image and a hub, for a cluster on this machine unless --for says another",
      "place. Works in a folder that has files, and never overwrites one. At a terminal it asks for the name, the place and the",
      "domain, unless --for or --name is given. What only you know stands in hub.hub as an example, and is listed.",
    ],
    arguments: [{ name: "DIR", doc: "The folder to begin in. This one, unless given." }],
    options: [
      { name: "name", value: "NAME", doc: "The project's name. The folder's, unless given." },
      {
        name: "for",
        value: "PLACE",
        choices: places,
        doc: "Where the hub runs; external is a hub that somebody else runs. laptop, unless given.",
      },
      { name: "domain", value: "HOST", doc: "The hub's address, such as hub.example.edu." },
      formatOption(["text", "json"], "How to say what was written."),
    ],
    examples: ["hubc init", "hubc init datahub --for gke --domain datahub.example.edu", "hubc init --name stat159"],
    load: () => import("./commands/init.ts"),
  },
  ...toolCommands,
];
