import type { ImageFile } from "../../model/model.ts";
import { defineRule } from "../rule.ts";

/** No declared file lies in another. */
export const fileIsFolder = defineRule<{ path: string; inner: string }>({
  code: "image/file-is-folder",
  title: "A path that is a file and a folder at once",
  why: "Nothing can lie inside of a file: the build would stop at the second of the two.",
  message: ({ path, inner }) =>
    `\`${path}\` is a file, and \`${inner}\` lies in it: one of the two needs another path.`,
  each: "images",
  check: ({ files }, report) => {
    for (const { file, inner } of nested(files)) {
      const related = [{ span: inner.span, message: "This lies in it." }];
      report({ path: file.path, inner: inner.path }, { span: file.span, related });
    }
  },
});

/** Files with another file below their path. */
function nested(files: readonly ImageFile[]): { readonly file: ImageFile; readonly inner: ImageFile }[] {
  const plain = (path: string) => path.replaceAll(/\/{2,}/g, "/");
  return files.flatMap((file) => {
    const inner = files.find((other) => plain(other.path).startsWith(`${plain(file.path)}/`));
    return inner === undefined ? [] : [{ file, inner }];
  });
}
