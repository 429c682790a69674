import { defineDiagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import type { ImageFile } from "../../model/model.ts";
import type { Rule } from "../rule.ts";

const badPath = defineDiagnostic<{ path: string }>({
  code: "image/file-path",
  severity: "error",
  title: "A path that can't be a file's in the image",
  why: "A file is put at an absolute path; a relative one would depend on the base's working folder, and one that ends in `/` is a folder.",
  message: ({ path }) =>
    `\`${path}\` is no absolute path of a file: it begins with \`/\`, ends in a name, and has no \`..\` and no line end.`,
});

const fileIsFolder = defineDiagnostic<{ path: string; inner: string }>({
  code: "image/file-is-folder",
  severity: "error",
  title: "A path that is a file and a folder at once",
  why: "Nothing can lie inside of a file: the build would stop at the second of the two.",
  message: ({ path, inner }) =>
    `\`${path}\` is a file, and \`${inner}\` lies in it: one of the two needs another path.`,
});

/** Declared files have paths at which they can all lie. */
export const filePaths: Rule = {
  diagnostics: [badPath, fileIsFolder],
  check: (model, report) => {
    for (const { path, span } of model.images.flatMap(({ files }) => files)) {
      if (!isFilePath(path)) report(diagnose(badPath, { path }, { span }));
    }
    for (const { files } of model.images) {
      for (const { file, inner } of nested(files)) {
        const related = [{ span: inner.span, message: "This lies in it." }];
        report(diagnose(fileIsFolder, { path: file.path, inner: inner.path }, { span: file.span, related }));
      }
    }
  },
};

function isFilePath(path: string): boolean {
  const parts = path.split("/");
  return (
    path.startsWith("/") &&
    !/[\n\r\0]/.test(path) &&
    parts.at(-1) !== "" &&
    !parts.some((part) => part === ".." || part === ".")
  );
}

/** Files with another file below their path. */
function nested(files: readonly ImageFile[]): { readonly file: ImageFile; readonly inner: ImageFile }[] {
  const plain = (path: string) => path.replaceAll(/\/{2,}/g, "/");
  return files.flatMap((file) => {
    const inner = files.find((other) => plain(other.path).startsWith(`${plain(file.path)}/`));
    return inner === undefined ? [] : [{ file, inner }];
  });
}
