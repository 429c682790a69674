import { offerFix } from "../../diagnostics/diagnostic.ts";
import { popularPackages, slipNamedPackages } from "../../knowledge/popular-packages.ts";
import { asKnown } from "../../model/as-far-as-known.ts";
import type { Ecosystem, Requirement } from "../../syntax/requirements/requirement.ts";
import { editDistance } from "../../text/edit-distance.ts";
import { isTypingSlip } from "../../text/typing-slip.ts";
import { defineRule } from "../rule.ts";
import { distinctLines, type ImageLine } from "./distinct-lines.ts";

/** Names are not one slip from a popular one. */
export const unknownPackage = defineRule<{ found: string; meant: string }>({
  code: "image/unknown-package",
  title: "A package's name that is one slip from a popular one",
  why: "A misspelt name stops the build, or worse: somebody has registered it, and what is installed is theirs. A name is refused only where it is not known as another package and is one slip of the fingers from exactly one widely used name: two letters swapped, one doubled or left out, or the key beside it hit. R's names are refused in other upper and lower case, too. If the name is really meant, allow it on the line above.",
  message: ({ found, meant }) =>
    `\`${found}\` is not a widely used name and is one slip from one: did you mean \`${meant}\`?`,
  check: ({ images }, report) => {
    for (const line of distinctLines(images)) {
      const meant = asKnown(() => probablyMeant(line));
      if (meant === undefined) continue;
      const { span, requirement } = line.line;
      const { written } = requirement;
      const at = span.file.text.slice(span.start, span.end).indexOf(written);
      const start = span.start + Math.max(at, 0);
      const place = at < 0 ? span : { file: span.file, start, end: start + written.length };
      const fixes = at < 0 ? [] : [offerFix(`Write \`${meant}\``, place, meant)];
      report({ found: written, meant }, { span: place, fixes });
    }
  },
});

/** Channels that hold what everybody can see; another one may hold anything. */
const commonChannels: ReadonlySet<string> = new Set([
  "conda-forge",
  "defaults",
  "nodefaults",
  "main",
  "anaconda",
  "pytorch",
  "nvidia",
]);

function probablyMeant({ line: { requirement }, image }: ImageLine): string | undefined {
  const { ecosystem, name, url, channel } = requirement;
  if (name.length < 5 || url !== undefined || channel !== undefined) return undefined;
  if (ecosystem === "conda" && image.channels.some(({ value }) => !commonChannels.has(value))) return undefined;
  // Debian's libraries are thousands of names like each other; conda's names of R packages follow CRAN's.
  if (ecosystem === "apt" && /^(?:lib|python3-)/.test(name)) return undefined;
  if (ecosystem === "conda" && name.startsWith("r-")) return undefined;
  if (known.has(plainName(name)) || slipNamedPackages.has(plainName(name).toLowerCase())) return undefined;
  return spelledOtherwise(requirement) ?? slipFor(requirement);
}

/** R tells upper case from lower, and CRAN takes no two names that differ in nothing else. */
function spelledOtherwise({ ecosystem, name }: Requirement): string | undefined {
  if (ecosystem !== "cran") return undefined;
  return popularPackages.cran.find((listed) => listed !== name && listed.toLowerCase() === name.toLowerCase());
}

/** The only widely used name near to this one, where fingers that meant it write this. */
function slipFor({ ecosystem, name }: Requirement): string | undefined {
  const near = popularPackages[ecosystem].filter((listed) => editDistance(name, listed, 1) <= 1);
  const [only] = near;
  if (near.length !== 1 || only === undefined || !differsInALetter(name, only)) return undefined;
  return isTypingSlip(name, only) ? only : undefined;
}

/** Names that differ in a digit or a separator are most often two versions, or two spellings, of one thing. */
function differsInALetter(a: string, b: string): boolean {
  const letters = (name: string) => name.replaceAll(/[^A-Za-z]/g, "");
  return letters(a) !== letters(b);
}

function plainName(name: string): string {
  return name.replaceAll(/[-_.]+/g, "-");
}

/** A name that is known to one ecosystem is no slip in another, though it may have another name there. */
const ecosystems: readonly Ecosystem[] = ["conda", "pip", "apt", "cran"];
const known: ReadonlySet<string> = new Set(
  ecosystems.flatMap((ecosystem) => popularPackages[ecosystem].map(plainName)),
);
