// A line of requirements.txt: a dependency specifier (PEP 508), or the bare address of a package that pip takes too.

import { matchAt, replaceRange, skipBlanks, withinLine } from "./line-scanning.ts";
import { findPastingMistake } from "./pasted-line.ts";
import { scanPipSpecifiers } from "./pep440-specifier.ts";
import { scanPipMarker } from "./pep508-marker.ts";
import { isPipAddress, readPipAddress } from "./pip-address.ts";
import {
  failure,
  type LineRange,
  type ParsedRequirement,
  type Requirement,
  type RequirementFailure,
} from "./requirement.ts";

/** Reads one trimmed line, without comment, as pip does. */
export function parsePipRequirement(line: string): ParsedRequirement {
  return withinLine(line, parseLine(line));
}

/** The name by which an index knows a project: lower case, with every run of `-`, `_` and `.` as one `-` (PEP 503). */
function normalizePipName(name: string): string {
  return name.replace(/[-_.]+/g, "-").toLowerCase();
}

function parseLine(line: string): ParsedRequirement {
  const mistake = findPastingMistake(line, "pip") ?? findLineOption(line) ?? findForeignLine(line);
  if (mistake !== undefined) return mistake;
  return isPipAddress(line) ? parseAddressLine(line) : parseNamedLine(line);
}

function findLineOption(line: string): RequirementFailure | undefined {
  const match = /\s(--[a-z][a-z-]*)/.exec(line);
  if (match?.[1] === undefined) return undefined;
  const range = { start: match.index + 1, end: match.index + 1 + match[1].length };
  const reason = match[1] === "--hash" ? "hashes belong in a lock file" : "it is not supported";
  return failure(`Leave out \`${match[1]}\`: ${reason}.`, range, line.slice(0, match.index).trimEnd());
}

function findForeignLine(line: string): RequirementFailure | undefined {
  const channel = /^[A-Za-z0-9_.-]+(?:\/[A-Za-z0-9_.-]+)*::/.exec(line)?.[0];
  if (channel === undefined) return undefined;
  return failure("Channels are conda's: this line goes in a `conda { }` block.", { start: 0, end: channel.length });
}

const namePattern = /[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?/y;

function parseNamedLine(line: string): ParsedRequirement {
  const written = matchAt(namePattern, line, 0);
  if (written === "") return failure("A pip line begins with a package's name or an address.", { start: 0, end: 1 });
  const name = { start: 0, end: written.length };
  if (/[._-]/.test(line[name.end] ?? "")) {
    return failure("A package's name ends in a letter or digit.", { start: name.end, end: name.end + 1 });
  }
  const extras = scanExtras(line, name.end);
  if ("error" in extras) return extras;
  const at = skipBlanks(line, extras.end);
  const body = line[at] === "@" ? scanAddress(line, at) : scanVersions(line, at, extras.end);
  if ("error" in body) return body;
  const marker = scanMarkerPart(line, body.end);
  if ("error" in marker) return marker;
  const bracket = extras.names.length === 0 ? "" : `[${extras.names.join(",")}]`;
  const tail = marker.text === undefined ? "" : `; ${marker.text}`;
  const gap = body.fields.url === undefined ? "" : " @ ";
  // A blank ends an address: without it the `;` would be part of it.
  const blank = body.fields.url !== undefined && tail !== "" ? " " : "";
  const requirement: Requirement = {
    ...base(written, name),
    ...body.fields,
    ...(extras.names.length > 0 && { extras: extras.names.map(normalizePipName) }),
    ...(marker.text !== undefined && { marker: marker.text }),
    text: `${written}${bracket}${gap}${body.text}${blank}${tail}`,
  };
  return { requirement };
}

function base(written: string, name: LineRange) {
  return {
    ecosystem: "pip" as const,
    name: normalizePipName(written),
    written,
    nameStart: name.start,
    nameEnd: name.end,
  };
}

interface ScannedExtras {
  readonly names: readonly string[];
  readonly end: number;
}

function scanExtras(line: string, nameEnd: number): ScannedExtras | RequirementFailure {
  const start = skipBlanks(line, nameEnd);
  if (line[start] !== "[") return { names: [], end: nameEnd };
  const close = line.indexOf("]", start);
  if (close < 0) return failure("This bracket is never closed.", { start, end: start + 1 });
  const inner = line.slice(start + 1, close).trim();
  const names = inner === "" ? [] : inner.split(",").map((name) => name.trim());
  const bad = names.find((name) => !/^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/.test(name));
  if (bad === undefined) return { names, end: close + 1 };
  const range = { start, end: close + 1 };
  const kept = names.filter((name) => name !== "");
  if (bad === "")
    return failure(
      "An extra's name is missing between commas.",
      range,
      replaceRange(line, range, `[${kept.join(",")}]`),
    );
  return failure(`\`${bad}\` is no extra's name: extras are names joined by commas, as in \`name[one,two]\`.`, range);
}

type PipFields = Pick<Requirement, "version" | "exact" | "url" | "warning">;

interface ScannedPart {
  readonly text: string;
  readonly end: number;
  readonly fields: PipFields;
}

function scanAddress(line: string, at: number): ScannedPart | RequirementFailure {
  const start = skipBlanks(line, at + 1);
  const url = matchAt(/\S+/y, line, start);
  const range = { start, end: start + url.length };
  if (url === "")
    return failure("An address is missing after `@`.", { start: at, end: at + 1 }, line.slice(0, at).trimEnd());
  if (/^v?\d[\d.]*\w*$/.test(url)) {
    const meant = `${line.slice(0, at).trimEnd()}==${line.slice(start)}`;
    return failure("pip pins a version with `==`; an address stands after `@`.", { start: at, end: range.end }, meant);
  }
  const address = readPipAddress(line, range);
  if ("error" in address) return address;
  if (/;$/.test(url) && range.end < line.length) {
    const semicolon = { start: range.end - 1, end: range.end };
    return failure("A blank stands between an address and `;`.", semicolon, replaceRange(line, semicolon, " ;"));
  }
  const { version, warning } = address;
  return {
    text: url,
    end: range.end,
    fields: { url, ...(version !== undefined && { exact: version }), ...(warning !== undefined && { warning }) },
  };
}

function scanVersions(line: string, at: number, gapStart: number): ScannedPart | RequirementFailure {
  const found = line[at];
  if (found === undefined || found === ";") return { text: "", end: at, fields: {} };
  if (!/[=<>!~(]/.test(found)) return afterName(line, at, gapStart);
  const specifiers = scanPipSpecifiers(line, at);
  if ("error" in specifiers) return specifiers;
  const { text, exact, end } = specifiers;
  if (text === "") return { text, end, fields: {} };
  return { text, end, fields: { version: line.slice(at, end), ...(exact !== undefined && { exact }) } };
}

function afterName(line: string, at: number, gapStart: number): RequirementFailure {
  const range = { start: at, end: line.length };
  const version = matchAt(/v?\d+(?:\.\d+)*(?:\.\*)?(?=$|\s*;)/y, line, at);
  if (version !== "" && at > gapStart) {
    const replacement = replaceRange(line, { start: gapStart, end: at }, "==");
    return failure("A version needs `==` before it.", { start: at, end: at + version.length }, replacement);
  }
  if (line[at] === "^")
    return failure("pip has no `^` operator: write a range such as `>=1.2,<2`.", { start: at, end: at + 1 });
  if (line[at] === "," || (at > gapStart && /[A-Za-z0-9]/.test(line[at] ?? ""))) {
    return failure("A `pip { }` block holds one requirement a line.", range);
  }
  return failure(`\`${line[at] ?? ""}\` can't stand after a package's name.`, { start: at, end: at + 1 });
}

function scanMarkerPart(line: string, end: number): { readonly text?: string } | RequirementFailure {
  const at = skipBlanks(line, end);
  if (at >= line.length) return {};
  if (line[at] === ";") return scanPipMarker(line, at + 1);
  const found = line[at] ?? "";
  if (found === "|")
    return failure('pip has no `|` (or): specifiers are joined by commas, which mean "and".', {
      start: at,
      end: at + 1,
    });
  return failure("Nothing but a marker after `;` can follow here: a `pip { }` block holds one requirement a line.", {
    start: at,
    end: line.length,
  });
}

function parseAddressLine(line: string): ParsedRequirement {
  const url = matchAt(/\S+/y, line, 0);
  const address = readPipAddress(line, { start: 0, end: url.length });
  if ("error" in address) return address;
  const marker = scanMarkerPart(line, url.length);
  if ("error" in marker) return marker;
  if (address.name === undefined) {
    return failure("This address doesn't tell the package's name: write `name @ address`.", {
      start: 0,
      end: url.length,
    });
  }
  const written = line.slice(address.name.start, address.name.end);
  const extras =
    address.extras
      ?.slice(1, -1)
      .split(",")
      .map((name) => normalizePipName(name.trim())) ?? [];
  const requirement: Requirement = {
    ...base(written, address.name),
    url,
    ...(address.version !== undefined && { exact: address.version }),
    ...(extras.length > 0 && { extras }),
    ...(marker.text !== undefined && { marker: marker.text }),
    ...(address.warning !== undefined && { warning: address.warning }),
    text: marker.text === undefined ? url : `${url} ; ${marker.text}`,
  };
  return { requirement };
}
