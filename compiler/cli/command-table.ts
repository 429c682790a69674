// Every command as a row of data: what help, parsing and suggestions are made from, without loading any command.

import type { Command } from "./command.ts";
import { selectionOptions } from "./selection-options.ts";

/** In the order of the help. */
export const commands: readonly Command[] = [
  {
    name: "check",
    summary: "Find what is wrong with a program; write nothing.",
    details: [
      "PATH is a folder with .hub files, or one .hub file, which is then the whole program. Without PATH it is the",
      "nearest folder upwards with a `project`, else this one.",
    ],
    arguments: [{ name: "PATH", doc: "A folder or a .hub file." }],
    options: [
      { name: "on", value: "DATE", doc: "The date that the check is for: 2026-10-05. Today, unless given." },
      {
        name: "format",
        value: "FORMAT",
        choices: ["text", "json"],
        doc: "How to print what is found. text, unless given.",
      },
      ...selectionOptions,
    ],
    examples: ["hubc check", "hubc check courses/data8 --on 2026-10-05", "hubc check --format json"],
    load: () => import("./commands/check.ts"),
  },
  {
    name: "build",
    summary: "Compile a program to Helm values, manifests, images and links.",
    details: [
      "Writes everything or, where there are errors, nothing. Files that an earlier build wrote and this one does not make are",
      "removed; files that hubc did not write, or that were edited since, are never touched without --force.",
      "PATH is as for hubc check. Prints what was written and removed.",
    ],
    arguments: [{ name: "PATH", doc: "A folder or a .hub file." }],
    options: [
      {
        name: "out",
        value: "DIR",
        doc: "Where to write. The project's `out`, unless given: a folder beside its .hub files.",
      },
      { name: "on", value: "DATE", doc: "The date that the build is for: 2026-10-05. Today, unless given." },
      ...selectionOptions,
      {
        name: "format",
        value: "FORMAT",
        choices: ["text", "json"],
        doc: "How to print what is found. text, unless given.",
      },
      { name: "force", doc: "Replace files that were edited since, or that hubc did not write." },
    ],
    examples: [
      "hubc build",
      "hubc build examples/data8 --out /tmp/out --on 2026-10-05",
      "hubc build --hub datahub --stage staging --out staging",
    ],
    load: () => import("./commands/build.ts"),
  },
  {
    name: "fmt",
    summary: "Lay out .hub files in the one way.",
    details: [
      "Rewrites the .hub files of each PATH, as hubc check finds them, and prints the names of those that changed. What a file",
      "says, its comments included, stays; a part with a syntax error is left as it is.",
    ],
    arguments: [{ name: "PATH", doc: "A folder or a .hub file.", many: true }],
    options: [
      {
        name: "check",
        doc: "Write nothing; print the files that are not laid out so, and exit with 1 if there are any.",
      },
      { name: "stdin", doc: "Read one file from the standard input and print it laid out." },
    ],
    examples: ["hubc fmt", "hubc fmt --check courses", "hubc fmt --stdin < course.hub"],
    load: () => import("./commands/fmt.ts"),
  },
  {
    name: "explain",
    summary: "Explain a diagnostic's code or a setting.",
    details: [
      "Shows why a diagnostic is given, with a wrong program and a right one. Without CODE it lists all codes.",
    ],
    arguments: [{ name: "CODE", doc: "A code such as names/unknown-image, or a setting such as course.memory." }],
    options: [],
    examples: ["hubc explain names/unknown-image", "hubc explain course.memory", "hubc explain"],
    load: () => import("./commands/explain.ts"),
  },
  {
    name: "init",
    summary: "Begin a project that compiles, from a template.",
    details: [
      "Makes DIR, or fills this folder, with a course, an image and a hub for a cluster on a laptop. Never overwrites a file.",
    ],
    arguments: [{ name: "DIR", doc: "The folder to begin in. This one, unless given." }],
    options: [{ name: "name", value: "NAME", doc: "The project's name. The folder's, unless given." }],
    examples: ["hubc init datahub", "hubc init --name stat159"],
    load: () => import("./commands/init.ts"),
  },
];
