// The first line of every file of an image, for whoever opens it to change something.

import type { Image } from "../../model/model.ts";

/** Says that the file is made from the image's declaration. */
export function generatedNote(image: Image): string {
  return `Made by hubc from the image ${image.name}: change its declaration, not this file.`;
}
