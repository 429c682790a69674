// Options and arguments that several commands have.

import type { ArgumentSpec, OptionSpec } from "./command.ts";

export const pathArgument: ArgumentSpec = { name: "PATH", doc: "A folder or a .hub file." };

/** The date of what a command says. `use`: `that the build is for`. */
export function onOption(use = "that it is for"): OptionSpec {
  return { name: "on", value: "DATE", doc: `The date ${use}: 2026-10-05. Today, unless given.` };
}

/** How an answer is printed. The first form is the usual one. `doc` says what is printed. */
export function formatOption(forms: readonly [string, ...string[]], doc: string): OptionSpec {
  return { name: "format", value: "FORMAT", choices: forms, doc: `${doc} ${forms[0]}, unless given.` };
}

export const answerFormat = formatOption(["text", "json"], "How to print the answer.");

/** They pick a part of a program. */
export const selectionOptions: readonly OptionSpec[] = [
  { name: "hub", value: "NAME", doc: "Only this hub." },
  { name: "stage", value: "NAME", doc: "Only this stage of the hubs." },
];

/** The arguments `[NAME] [PATH]` of commands that show one thing of a program, or all of them. A lone word that can't be a name, such as `.` or `courses/data8`, is the path. */
export function nameAndPath([first, second]: readonly string[]): {
  readonly name: string | undefined;
  readonly path: string | undefined;
} {
  const isPath = first !== undefined && second === undefined && !/^[A-Za-z][A-Za-z0-9_-]*$/.test(first);
  return isPath ? { name: undefined, path: first } : { name: first, path: second };
}

/** The options of the commands that ask a cluster. */
export const clusterOptions: readonly OptionSpec[] = [
  { name: "context", value: "NAME", doc: "The context of the kubeconfig. Its current one, unless given." },
  {
    name: "kubeconfig",
    value: "FILE",
    doc: "The kubeconfig. KUBECONFIG or ~/.kube/config, unless given.",
  },
  {
    name: "timeout",
    value: "DURATION",
    doc: "How long a release may take to come up, such as 45m. 30m, unless given.",
  },
];
