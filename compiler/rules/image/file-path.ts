import { defineRule } from "../rule.ts";

/** Declared files have paths that a file can have. */
export const filePath = defineRule<{ path: string }>({
  code: "image/file-path",
  title: "A path that can't be a file's in the image",
  why: "A file is put at an absolute path; a relative one would depend on the base's working folder, and one that ends in `/` is a folder.",
  message: ({ path }) =>
    `\`${path}\` is no absolute path of a file: it begins with \`/\`, ends in a name, and has no \`..\` and no line end.`,
  each: "images",
  check: ({ files }, report) => {
    for (const { path, span } of files) if (!isFilePath(path)) report({ path }, { span });
  },
});

function isFilePath(path: string): boolean {
  const parts = path.split("/");
  return (
    path.startsWith("/") &&
    !/[\n\r\0]/.test(path) &&
    parts.at(-1) !== "" &&
    !parts.some((part) => part === ".." || part === ".")
  );
}
