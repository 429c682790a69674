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
