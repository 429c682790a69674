// The lines of apt.txt: names of Debian packages, as many on a line as one likes, each perhaps with a version, a release or an
// architecture, as `apt-get install` takes them.

import { replaceRange, splitWords } from "./line-scanning.ts";
import { failure, type LineRange, type ParsedRequirement, type Requirement } from "./requirement.ts";

/**
 * Reads one trimmed line, without comment: one result for each package, in the order written. Sources: Debian policy 5.6.1 for
 * names and 5.6.12 for versions, apt-get(8) for `=version`, `/release` and `:architecture`.
 */
export function parseDebianPackages(line: string): readonly ParsedRequirement[] {
  const command = /^(?:sudo\s+)?(?:apt|apt-get|aptitude)\s+(?:-\S+\s+)*install(?:\s+-\S+)*(?:\s+|$)/.exec(line)?.[0];
  if (command !== undefined) {
    const rest = line.slice(command.length).trim();
    const range = { start: 0, end: command.trimEnd().length };
    return [
      failure("An `apt { }` block holds package names only, no commands.", range, rest === "" ? undefined : rest),
    ];
  }
  return splitWords(line).map((word) => parseWord(line, word));
}

const packagePattern = /^([a-z0-9][a-z0-9+.-]+)(?::([a-z0-9-]+))?(?:=([^/\s]+)|\/([A-Za-z0-9.~-]+))?$/;

function parseWord(line: string, word: LineRange): ParsedRequirement {
  const text = line.slice(word.start, word.end);
  const [, name = "", architecture, version, release] = packagePattern.exec(text) ?? [];
  if (name === "") return explainWord(line, word);
  if (name.endsWith("-")) {
    const range = { start: word.start + name.length - 1, end: word.start + name.length };
    return failure(
      "apt removes a package whose name ends in `-`: leave that out.",
      range,
      replaceRange(line, range, ""),
    );
  }
  if (version !== undefined && !/^(?:\d+:)?\d[A-Za-z0-9.+~-]*\*?$/.test(version))
    return badVersion(line, word, version);
  const requirement: Requirement = {
    ecosystem: "apt",
    name,
    written: name,
    text,
    nameStart: word.start,
    nameEnd: word.start + name.length,
    ...(version !== undefined && { version: `=${version}` }),
    // apt takes a star at the end for any ending.
    ...(version?.endsWith("*") === false && { exact: version }),
    ...(release !== undefined && { channel: release }),
    ...(architecture !== undefined && { subdir: architecture }),
  };
  return { requirement };
}

function badVersion(line: string, word: LineRange, version: string): ParsedRequirement {
  const range = { start: word.end - version.length, end: word.end };
  if (version.startsWith("=")) {
    return failure("apt pins a version with one `=`.", range, replaceRange(line, range, version.replace(/^=+/, "")));
  }
  return failure(`\`${version}\` is no Debian version: those begin with a digit, such as \`1.2-3\`.`, range);
}

function explainWord(line: string, word: LineRange): ParsedRequirement {
  const text = line.slice(word.start, word.end);
  const mend = (replacement: string) => replaceRange(line, word, replacement);
  const bare = text.replace(/^["'([]|["'\])]$/g, "").replace(/["',;\\]+$/, "");
  if (bare !== text) {
    const replacement = mend(bare).replace(/\s+/g, " ").trim();
    return failure(
      "Package names stand between blanks, without commas, quotes or backslashes.",
      word,
      replacement || undefined,
    );
  }
  if (text.startsWith("-")) return failure(`Options such as \`${text}\` can't stand in an \`apt { }\` block.`, word);
  if (/^https?:|\.deb$/.test(text))
    return failure("An `apt { }` block takes names of packages, not files or addresses.", word);
  if (/^ppa:/.test(text)) return failure("Further package sources are not supported.", word);
  if (/[<>~]/.test(text)) return failure("apt takes one version with `=`, not a range.", word);
  const lower = text.toLowerCase();
  if (lower !== text && packagePattern.test(lower))
    return failure("Debian package names are lower case.", word, mend(lower));
  const dashed = lower.replace(/_/g, "-");
  if (packagePattern.test(dashed)) return failure("Debian package names have `-` instead of `_`.", word, mend(dashed));
  return failure(
    `\`${text}\` is no Debian package name: those have lower-case letters, digits, \`+\`, \`-\` and \`.\`.`,
    word,
  );
}
