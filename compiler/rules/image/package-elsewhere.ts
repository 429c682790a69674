import { defineDiagnostic, diagnose, type Fix, offerFix } from "../../diagnostics/diagnostic.ts";
import { type Meant, packageMeant } from "../../knowledge/namesakes.ts";
import type { Span } from "../../text/span.ts";
import type { Rule } from "../rule.ts";
import { distinctLines, type ImageLine } from "./distinct-lines.ts";

interface Parameters {
  readonly written: string;
  readonly block: string;
  readonly meant: Meant;
}

const definition = defineDiagnostic<Parameters>({
  code: "image/package-elsewhere",
  severity: "error",
  title: "A name under which there is no such package",
  why: "A package often has another name than its module (`sklearn` is imported from `scikit-learn`), another one in conda than on PyPI (`pytorch`, `torch`), and Python's packages are not R's. The build fails, or somebody registers the name and what is installed is theirs. Write the package's own name, in the block of its kind.",
  message: ({ written, block, meant }) => `\`${written}\` is ${meant.because}: write ${inBlock(meant, block)}.`,
});

const another = defineDiagnostic<Parameters>({
  code: "image/another-package",
  severity: "warning",
  title: "A name under which another package is installed",
  why: "What is installed under the name of a module is sometimes another project's, or an empty package that somebody registered to help those who guess: notebooks then fail at the import, or depend on a stranger. Write the package's own name; if the other one is really meant, allow it on the line above.",
  message: ({ written, block, meant }) =>
    `\`${written}\` is ${meant.because}, and something else is installed under it: write ${inBlock(meant, block)}.`,
});

function inBlock({ name, block }: Meant, written: string): string {
  return block === written ? `\`${name}\`` : `\`${name}\` in a \`${block} { … }\` block`;
}

/** Names are of packages, in the block of their kind. */
export const packageElsewhere: Rule = {
  diagnostics: [definition, another],
  check: ({ images }, report) => {
    for (const line of distinctLines(images)) {
      const meant = meantBy(line);
      if (meant === undefined) continue;
      const { requirement, span } = line.line;
      const parameters = { written: requirement.written, block: requirement.ecosystem, meant };
      const place = placeOfName(span, requirement.written);
      const fixes = fixesFor(parameters, place);
      report(diagnose(meant.installs ? another : definition, parameters, { span: place, fixes }));
    }
  },
};

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
  return [...image.conda, ...image.pip].some(({ requirement }) => requirement.name === name);
}

function placeOfName(span: Span, written: string): Span {
  const at = span.file.text.slice(span.start, span.end).indexOf(written);
  return at < 0 ? span : { file: span.file, start: span.start + at, end: span.start + at + written.length };
}

/** R's packages are in conda, too, as `r-` and the name in lower case. */
function fixesFor({ block, meant }: Parameters, place: Span): readonly Fix[] {
  if (block === "conda" && meant.block === "cran") {
    const name = `r-${meant.name.toLowerCase()}`;
    return [offerFix(`Write \`${name}\`, as conda calls it`, place, name)];
  }
  return meant.block === block ? [offerFix(`Write \`${meant.name}\``, place, meant.name)] : [];
}
