// Lines that name R packages of CRAN, as many on a line as one likes, each perhaps with `==version`.

import { replaceRange, splitWords } from "./line-scanning.ts";
import { failure, type LineRange, type ParsedRequirement, type Requirement } from "./requirement.ts";

/**
 * Reads one trimmed line, without comment: one result for each package, in the order written. Source: Writing R Extensions
 * 1.1.1, "The DESCRIPTION file", for names and versions.
 */
export function parseCranPackages(line: string): readonly ParsedRequirement[] {
  return findRCode(line) ?? findLooseOperator(line) ?? splitWords(line).map((word) => parseWord(line, word));
}

/** `library(x)` and `install.packages(c("x", "y"))`, pasted from a script. */
function findRCode(line: string): readonly ParsedRequirement[] | undefined {
  const call = /^(?:library|require|requireNamespace|(?:utils::)?install\.packages|c)\s*\(/.exec(line)?.[0];
  if (call === undefined) return undefined;
  const argument = line.slice(call.length).replace(/^c\(/, "").split(")")[0] ?? "";
  const names = argument.split(",").map((part) => part.trim().replace(/^(["'])(.*)\1$/, "$2"));
  const plain = names.filter((name) => namePattern.test(name));
  const replacement = plain.length > 0 ? plain.join(" ") : undefined;
  return [
    failure("A `cran { }` block holds package names only, no R code.", { start: 0, end: line.length }, replacement),
  ];
}

function findLooseOperator(line: string): readonly ParsedRequirement[] | undefined {
  const loose = /\s==?\s?|==?\s/.exec(line);
  if (loose === null) return undefined;
  const range = { start: loose.index, end: loose.index + loose[0].length };
  const message = "A version follows its name without blanks, as in `name==1.2`.";
  return [failure(message, range, line.replace(/\s*==?\s*/g, "=="))];
}

const namePattern = /^[A-Za-z][A-Za-z0-9.]*[A-Za-z0-9]$/;

function parseWord(line: string, word: LineRange): ParsedRequirement {
  const text = line.slice(word.start, word.end);
  const [written = "", version] = text.split("==", 2);
  const valid = version === undefined ? text === written : text === `${written}==${version}`;
  if (!valid || !namePattern.test(written)) return explainWord(line, word);
  const range = { start: word.start + written.length + 2, end: word.end };
  if (version === "") {
    const operator = { start: range.start - 2, end: range.start };
    return failure("A version is missing after `==`.", operator, replaceRange(line, operator, ""));
  }
  if (version !== undefined && !/^\d+(?:[.-]\d+)+$/.test(version)) {
    return failure(
      `\`${version}\` is no version of an R package: those are two or more numbers, such as \`1.2-3\`.`,
      range,
    );
  }
  const requirement: Requirement = {
    ecosystem: "cran",
    // R's names differ by case.
    name: written,
    written,
    text,
    nameStart: word.start,
    nameEnd: word.start + written.length,
    ...(version !== undefined && { version: `==${version}`, exact: version }),
  };
  return { requirement };
}

function explainWord(line: string, word: LineRange): ParsedRequirement {
  const text = line.slice(word.start, word.end);
  const mend = (replacement: string) => replaceRange(line, word, replacement);
  const bare = text.replace(/^["']/, "").replace(/["',;\\]+$/, "");
  if (bare !== text) {
    const replacement = mend(bare).trim();
    return failure("Package names stand between blanks, without commas or quotes.", word, replacement || undefined);
  }
  const pinned = /^([A-Za-z][A-Za-z0-9.]*)[=@]([\d.-]+)$/.exec(text);
  if (pinned !== null)
    return failure("A version of an R package is pinned with `==`.", word, mend(`${pinned[1]}==${pinned[2]}`));
  if (/[<>~!]/.test(text)) return failure("A `cran { }` block takes one version with `==`, not a range.", word);
  if (text.includes("/"))
    return failure("A `cran { }` block takes names of CRAN packages, not repositories or addresses.", word);
  if (text.startsWith("-")) return failure(`Options such as \`${text}\` can't stand in a \`cran { }\` block.`, word);
  const ofConda = /^r-([A-Za-z][A-Za-z0-9.]+)(?:==?[\d.]+)?$/.exec(text)?.[1];
  if (ofConda !== undefined)
    return failure(`\`${text}\` is conda's name: CRAN's is \`${ofConda}\`.`, word, mend(ofConda));
  return failure(
    `\`${text}\` is no R package name: those begin with a letter and have letters, digits and points.`,
    word,
  );
}
