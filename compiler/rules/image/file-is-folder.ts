import { defineDiagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import type { ImageFile } from "../../model/model.ts";
import { eachPart } from "../each-part.ts";
import type { Rule } from "../rule.ts";

const definition = defineDiagnostic<{ path: string; inner: string }>({
  code: "image/file-is-folder",
  severity: "error",
  title: "A path that is a file and a folder at once",
  why: "Nothing can lie inside of a file: the build would stop at the second of the two.",
  message: ({ path, inner }) =>
    `\`${path}\` is a file, and \`${inner}\` lies in it: one of the two needs another path.`,
});

/** No declared file lies in another. */
export const fileIsFolder: Rule = {
  diagnostics: [definition],
  check: eachPart(
    ({ images }) => images.flatMap(({ files }) => nested(files)),
    ({ file, inner }, report) => {
      const related = [{ span: inner.span, message: "This lies in it." }];
      report(diagnose(definition, { path: file.path, inner: inner.path }, { span: file.span, related }));
    },
  ),
};

/** Files with another file below their path. */
function nested(files: readonly ImageFile[]): { readonly file: ImageFile; readonly inner: ImageFile }[] {
  const plain = (path: string) => path.replaceAll(/\/{2,}/g, "/");
  return files.flatMap((file) => {
    const inner = files.find((other) => plain(other.path).startsWith(`${plain(file.path)}/`));
    return inner === undefined ? [] : [{ file, inner }];
  });
}
