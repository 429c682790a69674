// Files with the ending of a program that are no part of it.

import { defineDiagnostic } from "./diagnostic.ts";

/** Why files of a folder are left out. */
export type LeftOutBecause = "hidden" | "hidden-file" | "node_modules" | "out" | "project";

const reasons: Readonly<Record<LeftOutBecause, string>> = {
  hidden: "the folder is hidden: its name begins with a dot",
  "hidden-file": "its name begins with a dot",
  node_modules: "`node_modules` holds what npm installed",
  out: "the folder is the project's `out`, where builds are written",
  project: "the folder declares a `project` of its own",
};

export const leftOut = defineDiagnostic<{ folder: string; count: number; because: LeftOutBecause }>({
  code: "file/left-out",
  severity: "info",
  title: "Files that are no part of the program",
  why: "Hidden folders and files, `node_modules`, the output folder and folders with a `project` of their own are left out, whatever they hold. Move the files, or name a project of its own in the setting `projects`.",
  message: ({ folder, count, because }) => {
    const files = count === 1 ? `A \`.hub\` file in \`${folder}\` is` : `${count} \`.hub\` files in \`${folder}\` are`;
    const what = because === "hidden-file" ? `\`${folder}\` is` : files;
    return `${what} no part of the program: ${reasons[because]}.`;
  },
});

export const leftOutPolicy = defineDiagnostic<{ name: string; kind: string; folder: string; because: LeftOutBecause }>({
  code: "policy/left-out",
  title: "A policy that a folder takes out of the program",
  why: "It would govern what the program declares, and is not asked: a file beside it is enough to switch it off. Move the policy to where the program is. Where the folder holds another project that is meant to be apart, name it in the setting `projects`.",
  message: ({ name, kind, folder, because }) => {
    const orName = because === "project" ? ", or name the folder in `projects` of the project" : "";
    return `The policy \`${name}\` would govern every ${kind} of the program, and is left out with \`${folder}\`: ${reasons[because]}. Move it${orName}.`;
  },
});
