// The options that pick a part of a program, shared by the commands that have them.

import type { OptionSpec } from "./command.ts";

export const selectionOptions: readonly OptionSpec[] = [
  { name: "hub", value: "NAME", doc: "Only this hub." },
  { name: "stage", value: "NAME", doc: "Only this stage of the hubs." },
];
