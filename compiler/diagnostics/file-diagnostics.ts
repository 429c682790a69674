// What can be wrong with the files of a project before anything in them is read. The shell that reads the disk reports these;
// they are defined here so that they are explained with all the others.

import { defineDiagnostic } from "./diagnostic.ts";

export const notUtf8 = defineDiagnostic<{ what: string; found: string }>({
  code: "file/not-utf8",
  title: "A file is not UTF-8 text",
  why: 'Programs and the files they take in are UTF-8, so that names and notes read alike everywhere. Save the file as UTF-8; a file that is no text can\'t be taken in by `file("…")`: fetch it when the image is built, with `run`.',
  message: ({ what, found }) => `${what} is not UTF-8 text (${found}).`,
});

export const tooLarge = defineDiagnostic<{ what: string; size: string; limit: string }>({
  code: "file/too-large",
  title: "A file is too large",
  why: "What a program takes in goes into values and images as text, and Kubernetes refuses objects above about 1 MiB. Fetch large files when the image is built, or keep them on storage.",
  message: ({ what, size, limit }) => `${what} has ${size}; at most ${limit} can be read.`,
});

export const unreadable = defineDiagnostic<{ what: string; reason: string }>({
  code: "file/unreadable",
  title: "A file can't be read",
  why: "A program is every `.hub` file of its folder, so one that can't be read makes the rest uncertain. Mend its permissions, or move it out of the project.",
  message: ({ what, reason }) => `${what} can't be read: ${reason}.`,
});

export const linkOutsideProject = defineDiagnostic<{ what: string }>({
  code: "file/link-outside-project",
  title: "A link leads out of the project",
  why: "A build takes in only what lies in the project's folder, so that it is the same on every machine and takes nothing along by accident. Copy the file into the project.",
  message: ({ what }) => `${what} is a link that leads out of the project.`,
});

export const ignoredFile = defineDiagnostic<{ what: string }>({
  code: "file/ignored",
  title: "A file that git ignores",
  why: "A file that is ignored is not in the repository: others build without it, and it is often ignored since it holds what must not be seen. What a program takes in goes into images, values and pages. Keep what is meant for them in a file that is committed.",
  message: ({ what }) =>
    `${what} is ignored by git, so it is not in the repository: commit it (a line \`!NAME\` in .gitignore takes it back), or take another file.`,
});

export const noPackage = defineDiagnostic<{ missing: string; workflow: string }>({
  code: "ci/no-package",
  severity: "warning",
  title: "Workflows that can't get hubc",
  why: "The workflows install what `package.json` and `package-lock.json` at the top of the repository say, and nothing else, so that what they run is pinned. Without the two files every run ends at its first step. `npm install --save-dev --save-exact` of hubc writes both: commit them. Or name a commit of hubc in the project's `ci { hubc = … }`, and build again.",
  message: ({ missing, workflow }) =>
    `${missing} at the top of the repository, and \`${workflow}\` installs hubc from there: run \`npm install --save-dev --save-exact\` of hubc and commit what it writes, or say \`hubc\` in the project's \`ci\`.`,
});

// Files with the ending of a program that are no part of it.

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
