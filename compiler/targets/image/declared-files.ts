// Files that an image's declaration holds, laid into the build context under names that stay inside it.

import type { Image, ImageFile } from "../../model/model.ts";
import { sha256Hex } from "../../output/digest.ts";
import type { OutputFile } from "../../output/output-file.ts";

/** The declared files, each ending in a line end, as `files/<path in the image>` below `folder`. */
export function declaredFiles(image: Image, folder: string): readonly OutputFile[] {
  return image.files.map((file) => {
    const ends = file.text.length - file.text.lastIndexOf("\n") - 1;
    const text = ends === 0 ? file.text : `${file.text}\n`;
    const origins = Array.from({ length: text.split("\n").length - 1 }, () => file.span);
    return { path: `${folder}/${contextPath(file)}`, text, origins };
  });
}

/** Where a declared file lies in the build context. A path with `..` or unusual characters lies under a name made from it. */
export function contextPath(file: ImageFile): string {
  if (usual.test(file.path) && !/\/\.\.?(?:\/|$)/.test(file.path)) return `files${file.path}`;
  return `files/${sha256Hex(file.path).slice(0, 12)}`;
}

const usual = /^(?:\/[A-Za-z0-9_.+-]+)+$/;
