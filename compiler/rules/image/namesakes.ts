// Packages that are written by the name of something else: a module, a package of another ecosystem.

import { type Fix, offerFix } from "../../diagnostics/diagnostic.ts";
import { type Meant, packageMeant } from "../../knowledge/namesakes.ts";
import { asKnown } from "../../model/as-far-as-known.ts";
import type { Model } from "../../model/model.ts";
import type { Span } from "../../text/span.ts";
import { distinctLines, type ImageLine, pythonLines } from "./distinct-lines.ts";

export interface Namesake {
  readonly written: string;
  readonly block: string;
  readonly meant: Meant;
}

/** Each in images, with the place of its name and what mends it. */
export function namesakes({ images }: Model) {
  return distinctLines(images).flatMap((line) => {
    const meant = asKnown(() => meantBy(line));
    if (meant === undefined) return [];
    const { requirement, span } = line.line;
    const namesake: Namesake = { written: requirement.written, block: requirement.ecosystem, meant };
    const place = placeOfName(span, requirement.written);
    return [{ namesake, span: place, fixes: fixesFor(namesake, place) }];
  });
}

/** What to write, in words. */
export function inBlock({ meant: { name, block }, block: written }: Namesake): string {
  return block === written ? `\`${name}\`` : `\`${name}\` in a \`${block} { … }\` block`;
}

function meantBy({ line: { requirement }, image }: ImageLine): Meant | undefined {
  const { ecosystem, name, url, channel, written } = requirement;
  if (url !== undefined || channel !== undefined) return undefined;
  // A channel of somebody's own may call its packages as it likes.
  if (ecosystem === "conda" && image.channels.some(({ value }) => value !== "conda-forge" && value !== "nodefaults"))
    return undefined;
  const plain = ecosystem === "cran" ? name : name.toLowerCase().replaceAll(/[_.]/g, "-");
  const meant = packageMeant(ecosystem, plain, written);
  return meant?.installs && isListed(image, meant.name) ? undefined : meant;
}

/** Who lists the package itself means something else by the other name. */
function isListed(image: ImageLine["image"], name: string): boolean {
  return pythonLines(image).some(({ requirement }) => requirement.name === name);
}

function placeOfName(span: Span, written: string): Span {
  const at = span.file.text.slice(span.start, span.end).indexOf(written);
  return at < 0 ? span : { file: span.file, start: span.start + at, end: span.start + at + written.length };
}

/** R's packages are in conda, too, as `r-` and the name in lower case. */
function fixesFor({ block, meant }: Namesake, place: Span): readonly Fix[] {
  if (block === "conda" && meant.block === "cran") {
    const name = `r-${meant.name.toLowerCase()}`;
    return [offerFix(`Write \`${name}\`, as conda calls it`, place, name)];
  }
  return meant.block === block ? [offerFix(`Write \`${meant.name}\``, place, meant.name)] : [];
}
