// People paste lines from shells, requirements files and Python code. What surrounds a requirement there is the same for all
// ecosystems, so it is recognised here once, before a grammar of one of them is asked.

import { failure, type LineRange, type RequirementFailure } from "./requirement.ts";

/** The tool whose block the line stands in: its files may hold its own options. */
export type LineTool = "conda" | "pip";

/**
 * What keeps a pasted line from being a requirement at all: quotes around it, a command in front of it, an option, or a
 * separator left at its end. Undefined when there is nothing of that kind.
 */
export function findPastingMistake(line: string, tool: LineTool): RequirementFailure | undefined {
  const whole = { start: 0, end: line.length };
  if (line === "") return failure("The line is empty: write a package's name.", whole);
  return (
    findOtherSigns(line) ??
    findMarkdown(line) ??
    findNewest(line) ??
    findColon(line, tool) ??
    findQuotes(line, whole) ??
    findCommand(line, tool) ??
    findCode(line, tool) ??
    findOption(line, tool) ??
    findRemark(line) ??
    findTrailingSeparator(line) ??
    findSeveral(line, tool)
  );
}

/** Dashes and blanks of word processors, and signs that nobody sees. */
function findOtherSigns(line: string): RequirementFailure | undefined {
  const [found] = /[\u00a0\u202f\u2010-\u2015\u2212\u00ad\u200b-\u200f\u2060\ufeff]/.exec(line) ?? [];
  if (found === undefined) return undefined;
  const usual = line
    .replace(/[\u00a0\u202f]/g, " ")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "");
  const at = line.indexOf(found);
  const what = /[\u2010-\u2015\u2212]/.test(found)
    ? `A dash in a package's name is \`-\`, not \`${found}\`.`
    : "A character that looks like a blank, or like nothing, came along with what was copied.";
  return failure(what, { start: at, end: at + 1 }, usual.trim());
}

/** `• altair`, `1. altair`, `[altair](https://…)`, `` `altair` ``: lines of a list, links and code of Markdown. */
function findMarkdown(line: string): RequirementFailure | undefined {
  const [sign = ""] = /^(?:[•◦▪‣·*–—]|\d+[.)])\s+/.exec(line) ?? [];
  if (sign !== "")
    return failure(
      `Nothing stands before a package's name: no \`${sign.trim()}\`.`,
      { start: 0, end: sign.trimEnd().length },
      line.slice(sign.length),
    );
  const [whole, name] = /^\[([\w.-]+)\]\([^()\s]*\)$/.exec(line) ?? /^`([^`]+)`$/.exec(line) ?? [];
  return whole === undefined || name === undefined
    ? undefined
    : failure(
        "A package's name stands alone, without what Markdown puts around it.",
        { start: 0, end: line.length },
        name,
      );
}

/** `altair latest`, `altair==latest`: without a version it is the newest. */
function findNewest(line: string): RequirementFailure | undefined {
  const [, name = "", rest = ""] =
    /^([A-Za-z][\w.-]*(?:\[[\w,.-]+\])?)(\s*(?:={1,2}|@|:|\s)\s*["']?(?:latest|newest|current|any)["']?)$/i.exec(
      line,
    ) ?? [];
  if (name === "") return undefined;
  const range = { start: name.length + rest.search(/\S/), end: line.length };
  return failure(`A package without a version is the newest that fits: \`${rest.trim()}\` is left out.`, range, name);
}

/** `altair: 5.0`. */
function findColon(line: string, tool: LineTool): RequirementFailure | undefined {
  const [, name = "", between = "", version = ""] =
    /^([A-Za-z][\w.-]*)(\s*:\s*)["']?v?(\d[\w.]*)["']?$/.exec(line) ?? [];
  if (name === "") return undefined;
  const sign = tool === "pip" ? "==" : "=";
  const at = name.length + between.indexOf(":");
  return failure(
    `A version stands behind \`${sign}\`, not behind \`:\`.`,
    { start: at, end: at + 1 },
    `${name}${sign}${version}`,
  );
}

/** `altair // for charts`: a comment of another language. */
function findRemark(line: string): RequirementFailure | undefined {
  const [, before = "", words = ""] =
    /^([A-Za-z][^#\s]*(?:\s*[=<>~!]=?=?\s*[\w.*]+)?)\s+(?:\/\/|--)\s+(.*)$/.exec(line) ?? [];
  if (before === "") return undefined;
  const at = line.length - line.slice(before.length).trimStart().length;
  return failure("A remark stands behind a `#`.", { start: at, end: line.length }, `${before}  # ${words}`);
}

function findQuotes(line: string, whole: LineRange): RequirementFailure | undefined {
  const quote = line[0];
  if (quote !== '"' && quote !== "'") return undefined;
  const end = line.indexOf(quote, 1);
  if (end < 0)
    return failure("The quote at the start is never closed: leave it out.", { start: 0, end: 1 }, line.slice(1));
  const rest = line.slice(end + 1).trim();
  if (/^(?:,\s*(["'])[^"']+\1\s*)+,?$/.test(rest)) {
    const names = Array.from(line.matchAll(/(["'])([^"']+)\1/g), ([, , name = ""]) => name.trim());
    return failure("Each package stands on a line of its own, without quotes and commas.", whole, names.join("\n"));
  }
  if (rest !== "" && rest !== ",") return undefined;
  return failure("A line here needs no quotes.", whole, line.slice(1, end).trim());
}

const installCommand =
  /^[!%$]?\s*(?:sudo\s+)?(?:python3?\s+-m\s+)?(?:(?:conda|mamba|micromamba|pip3?|pixi)\s+(?:install|add)|uv\s+(?:pip\s+install|add)|apt(?:-get)?\s+install)(?:\s+|$)/;

function findCommand(line: string, tool: LineTool): RequirementFailure | undefined {
  const command = installCommand.exec(line)?.[0];
  if (command === undefined) return undefined;
  const rest = line.slice(command.length).trim();
  const single = rest !== "" && !rest.startsWith("-") && !/\s/.test(rest);
  const message = `A \`${tool} { }\` block holds requirements, not commands: write only what is installed, one a line.`;
  return failure(
    message,
    { start: 0, end: command.trimEnd().length },
    single ? rest.replace(/^(["'])(.*)\1$/, "$2") : undefined,
  );
}

/** `import altair`, `from altair import Chart`, `library(dplyr)`. */
function findCode(line: string, tool: LineTool): RequirementFailure | undefined {
  const whole = { start: 0, end: line.length };
  const [, module] = /^(?:import|from)\s+([A-Za-z]\w*)(?:\.[\w.]*)?(?:\s+(?:as|import)\s.*)?$/.exec(line) ?? [];
  const block = `A \`${tool} { }\` block holds names of packages`;
  if (module !== undefined) return failure(`${block}, and no code: \`import\` does not belong here.`, whole, module);
  if (!/^(?:library|require|install\.packages)\s*\(/.test(line)) return undefined;
  return failure(`${block} of Python: those of R stand in \`cran { }\`.`, whole);
}

const oneOfSeveral = /^[A-Za-z][\w.-]*(?:\[[\w,.-]+\])?(?:[=<>~!]=?=?[\w.*]+)?$/;

/** `altair, pandas` and `altair pandas`: several on one line. */
function findSeveral(line: string, tool: LineTool): RequirementFailure | undefined {
  const parts = line.split(/\s*,\s*|\s+/);
  // After a name and a blank a version of conda can follow, and words that mean a version.
  const isList =
    parts.length > 1 &&
    parts.every((part) => oneOfSeveral.test(part) && !/^v?\d+(?:\.\d+)*$/.test(part)) &&
    (tool === "pip" || line.includes(","));
  if (!isList) return undefined;
  const message = `A \`${tool} { }\` block holds one ${tool === "pip" ? "requirement" : "package"} a line.`;
  return failure(message, { start: parts[0]?.length ?? 0, end: line.length }, parts.join("\n"));
}

/** Where each option of `pip install` and `conda install` goes instead. */
const optionAdvice: readonly (readonly [pattern: RegExp, advice: string])[] = [
  [/^(?:-r|--requirement)$/, "paste the lines of that file here instead."],
  [/^(?:-c|--constraint)$/, "write the pinned versions of that file as lines here instead."],
  [/^(?:-e|--editable)$/, "give the address of a repository instead, such as `git+https://…@ref`."],
  [/^(?:-i|--index-url|--extra-index-url|--no-index)$/, "another package index is not supported."],
  [/^(?:-f|--find-links)$/, "a folder or page of packages is not supported: give the package's own address."],
  [/^(?:--pre)$/, "name the pre-release instead, such as `name>=2.0rc1`."],
  [/^(?:--hash)$/, "hashes belong in a lock file, which is made from these lines."],
];

/** The same for conda, where `-c` is a channel. */
const condaOptionAdvice: readonly (readonly [pattern: RegExp, advice: string])[] = [
  [/^(?:-c|--channel)$/, "list the channel in the image's `channels` setting instead."],
  [/^(?:-f|--file)$/, "paste the lines of that file here instead."],
];

function findOption(line: string, tool: LineTool): RequirementFailure | undefined {
  const option = /^-{1,2}[A-Za-z][A-Za-z-]*/.exec(line)?.[0];
  if (option === undefined)
    return line.startsWith("-") ? failure("A requirement begins with a name.", { start: 0, end: 1 }) : undefined;
  // pip takes a short option's value without a blank, as in `-rfile.txt`.
  const name = option.startsWith("--") ? option : option.slice(0, 2);
  const known = tool === "conda" ? [...condaOptionAdvice, ...optionAdvice] : optionAdvice;
  const advice = known.find(([pattern]) => pattern.test(name))?.[1] ?? "write only requirements here.";
  return failure(`The option \`${name}\` can't stand in a \`${tool} { }\` block: ${advice}`, {
    start: 0,
    end: option.length,
  });
}

function findTrailingSeparator(line: string): RequirementFailure | undefined {
  const found = /[,;\\]$/.exec(line)?.[0];
  if (found === undefined) return undefined;
  const rest = line.slice(0, -1).trimEnd();
  const range = { start: line.length - 1, end: line.length };
  return failure(`A line here doesn't end in \`${found}\`.`, range, rest === "" ? undefined : rest);
}
