// A line of environment.yml's dependencies: conda's MatchSpec, in the forms that CEP 29 gives, with names by CEP 26. conda's
// own reader takes `numpy pandas` for a version `pandas`; where a line can hardly be meant as it would be read, this one says so.

import { type CondaKeyword, scanCondaKeywords } from "./conda-keywords.ts";
import { isCondaPackageUrl, parseCondaPackageUrl } from "./conda-package-url.ts";
import { type CondaVersionSpec, exactCondaVersion, scanCondaVersion } from "./conda-version-spec.ts";
import { matchAt, replaceRange, skipBlanks, withinLine } from "./line-scanning.ts";
import { findPastingMistake } from "./pasted-line.ts";
import {
  failure,
  type LineRange,
  type ParsedRequirement,
  problem,
  type RequirementError,
  type RequirementFailure,
} from "./requirement.ts";

/** Reads one trimmed line, without comment, as conda does for an environment's dependencies. */
export function parseCondaRequirement(line: string): ParsedRequirement {
  return withinLine(line, parseLine(line));
}

function parseLine(line: string): ParsedRequirement {
  const mistake = findPastingMistake(line, "conda") ?? findForeignLine(line);
  if (mistake !== undefined) return mistake;
  if (isCondaPackageUrl(line)) return parseCondaPackageUrl(line);
  const channel = scanChannel(line);
  if ("error" in channel) return channel;
  const name = scanName(line, channel.end);
  if ("error" in name) return name;
  const extras = scanExtras(line, name.end);
  const body = scanBody(line, { start: name.end, end: extras?.end ?? name.end });
  if ("error" in body) return body;
  const parts = combine({ channel, name, body, warning: extras?.warning });
  return "error" in parts ? parts : { requirement: toRequirement(parts) };
}

function findForeignLine(line: string): RequirementFailure | undefined {
  if (/^pip\s*:/.test(line))
    return failure("The lines under `pip:` go in a `pip { }` block.", { start: 0, end: line.length });
  if (/^(?:git|hg|svn|bzr)\+/.test(line) || /^[A-Za-z0-9._-]+(?:\[[^\]]*\])?\s*@\s*[a-z+]+:/.test(line)) {
    return failure("conda can't install from a repository: this line goes in a `pip { }` block.", {
      start: 0,
      end: line.length,
    });
  }
  const marker = /;\s*[("']?[a-z_.]+\s*(?:[=<>!~]|in\b|not\b)/.exec(line);
  if (marker === null) return undefined;
  const range = { start: marker.index, end: line.length };
  return failure(
    "conda knows no environment markers: leave out what follows `;`.",
    range,
    line.slice(0, marker.index).trimEnd(),
  );
}

interface ScannedChannel {
  readonly channel?: string;
  readonly subdir?: string;
  readonly end: number;
}

const platformFolder =
  /^(?:noarch|(?:linux|freebsd)-(?:32|64|aarch64|armv6l|armv7l|loongarch64|ppc64le|ppc64|ppc|s390x|riscv32|riscv64)|osx-(?:64|arm64)|win-(?:32|64|arm64)|emscripten-wasm32|wasi-wasm32|zos-z)$/;

/** The `channel::`, `channel/subdir::` or `channel:namespace:` in front; CEP 29 reads the namespace and ignores it. */
function scanChannel(line: string): ScannedChannel | RequirementFailure {
  const address = matchAt(/[a-z][a-z0-9+.-]*:\/\/[^\s:]*(?::\d+[^\s:]*)?/iy, line, 0);
  const channel = address || matchAt(/[A-Za-z0-9_.*~/-]+/y, line, 0);
  const namespace = matchAt(/:[A-Za-z0-9_.-]*:/y, line, channel.length);
  if (namespace === "") return line[channel.length] === ":" ? singleColon(line, channel.length) : { end: 0 };
  const range = { start: 0, end: channel.length };
  if (channel === "")
    return failure("A channel's name is missing before `::`.", { start: 0, end: 2 }, line.slice(namespace.length));
  if (address === "" && (/^[/.~]|\/$/.test(channel) || channel.includes("//"))) {
    return failure("A channel is a name such as `conda-forge` or a web address.", range);
  }
  const end = channel.length + namespace.length;
  const slash = channel.lastIndexOf("/");
  const subdir = channel.slice(slash + 1);
  if (slash < 0 || !platformFolder.test(subdir)) return { channel, end };
  return { channel: channel.slice(0, slash), subdir, end };
}

function singleColon(line: string, at: number): RequirementFailure {
  const range = { start: at, end: at + 1 };
  const name = matchAt(/[A-Za-z0-9]/y, line, at + 1);
  const replacement = name === "" ? undefined : replaceRange(line, range, "::");
  return failure("Between a channel and a name stand two colons, as in `conda-forge::numpy`.", range, replacement);
}

interface ScannedName extends LineRange {
  readonly written: string;
}

const namePattern = /^_{0,2}[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*_?$/;

function scanName(line: string, start: number): ScannedName | RequirementFailure {
  const written = matchAt(/[A-Za-z0-9_.*-]+/y, line, start);
  const range = { start, end: start + written.length };
  const next = line[range.end];
  if (written === "" || written.includes("*")) {
    const place = { start, end: Math.max(range.end, start + 1) };
    return failure("A conda line begins with a package's name, such as `numpy`.", place);
  }
  if (!namePattern.test(written)) {
    return failure(
      `\`${written}\` is no package name: those have letters, digits and single \`-\`, \`_\`, \`.\` between them.`,
      range,
    );
  }
  const file = written.length > 200 ? null : /^(.+)-(\d[^-]*\.[^-]*)-([^-]*_\d+)$/.exec(written);
  if (file !== null && next === undefined) {
    const meant = `${line.slice(0, start)}${file[1]}=${file[2]}=${file[3]}`;
    return failure("This is the name of a package file: name, version and build are joined by `=`.", range, meant);
  }
  if (written.length > 64) return failure("A package's name has at most 64 characters.", range);
  if (next === undefined || /[\s[=<>!~(]/.test(next)) return { ...range, written };
  return afterName(line, range, next);
}

function afterName(line: string, name: LineRange, next: string): RequirementFailure {
  const range = { start: name.end, end: name.end + 1 };
  if (next === "/") {
    const message = "Between a channel and a name stand two colons, as in `conda-forge::numpy`.";
    return failure(message, range, name.start === 0 ? replaceRange(line, range, "::") : undefined);
  }
  if (next === "@") {
    const replacement = /\d/.test(line[range.end] ?? "") ? replaceRange(line, range, "==") : undefined;
    return failure("conda pins a version with `==`.", range, replacement);
  }
  if (next === "," || next === ";") return failure("A `conda { }` block holds one package a line.", range);
  if (next === "^") return failure("conda has no `^` operator: write a range such as `>=1.2,<2`.", range);
  return failure(`\`${next}\` can't stand after a package's name.`, range);
}

interface ScannedExtras {
  readonly end: number;
  readonly warning: RequirementError;
}

/** pip's `name[extra]`, which conda reads as a list of fields without any, and so ignores. */
function scanExtras(line: string, at: number): ScannedExtras | undefined {
  const extras = matchAt(/\[[A-Za-z0-9_.-]+(?:\s*,\s*[A-Za-z0-9_.-]+)*\]/y, line, at);
  if (extras === "") return undefined;
  const range = { start: at, end: at + extras.length };
  const message = `conda ignores pip's extras \`${extras}\`: name the packages that they stand for, or use a \`pip { }\` block.`;
  return { end: range.end, warning: problem(message, range, replaceRange(line, range, "")) };
}

interface ScannedBody {
  readonly spec?: CondaVersionSpec;
  readonly version?: string;
  readonly build?: string;
  /** A single `=` before the version that, with a build, asks for that very version. */
  readonly exactByBuild: boolean;
  readonly keywords: readonly CondaKeyword[];
}

/** What follows the name: version, build and brackets, each optional. `name` ends where they begin. */
function scanBody(line: string, name: LineRange): ScannedBody | RequirementFailure {
  let at = skipBlanks(line, name.end);
  let body: ScannedBody = { exactByBuild: false, keywords: [] };
  if (at < line.length && line[at] !== "[") {
    if (line[at] === "@")
      return failure("An address after `@` is pip's: this line goes in a `pip { }` block.", {
        start: at,
        end: line.length,
      });
    const spec = scanCondaVersion(line, at);
    if ("error" in spec) return spec;
    const build = scanBuild(line, { spec, start: at, nameEnd: name.end });
    if ("error" in build) return build;
    body = { ...body, spec, version: line.slice(at, spec.end), ...build.fields };
    at = skipBlanks(line, build.end);
  }
  if (line[at] === "[") {
    const keywords = scanCondaKeywords(line, at);
    if ("error" in keywords) return keywords;
    body = { ...body, keywords: keywords.pairs };
    at = skipBlanks(line, keywords.end);
  }
  if (at >= line.length) return body;
  return failure("Nothing can follow here: a `conda { }` block holds one package a line.", {
    start: at,
    end: line.length,
  });
}

interface BuildPlace {
  readonly spec: CondaVersionSpec;
  /** Where the version starts, after blanks. */
  readonly start: number;
  readonly nameEnd: number;
}

interface ScannedBuild {
  readonly end: number;
  readonly fields: { readonly build?: string; readonly exactByBuild: boolean };
}

function scanBuild(line: string, { spec, start, nameEnd }: BuildPlace): ScannedBuild | RequirementFailure {
  const next = skipBlanks(line, spec.end);
  const found = line[next];
  const none: ScannedBuild = { end: spec.end, fields: { exactByBuild: false } };
  if (found === undefined || found === "[") return none;
  const byEquals = found === "=" && line[next + 1] !== "=";
  if (/[<>!~]/.test(found) || (found === "=" && !byEquals)) return missingComma(line, { start: spec.end, end: next });
  if (!byEquals && next === spec.end)
    return failure(`\`${found}\` can't stand in a version.`, { start: next, end: next + 1 });
  const at = byEquals ? next + 1 : next;
  const build = matchAt(/\^[^$\s]*\$|[A-Za-z0-9_.+*]+/y, line, at);
  const range = { start: at, end: at + build.length };
  const after = line[range.end];
  if (build === "" || (after !== undefined && !/[\s[]/.test(after))) {
    const end = Math.max(range.end, at + 1);
    return failure("A build is letters, digits, `_`, `.` and `*`, such as `py312*`.", { start: at, end });
  }
  const operator = spec.single?.operator;
  const direct = start === nameEnd;
  const mixed = operator === "=" ? byEquals !== direct : operator === "" && byEquals;
  if (mixed || (byEquals && next !== spec.end))
    return mixedSeparators(line, { nameEnd, literal: spec.single?.literal, range });
  return { end: range.end, fields: { build, exactByBuild: operator === "=" && byEquals } };
}

function missingComma(line: string, gap: LineRange): RequirementFailure {
  const message = "Conditions on a version are joined by `,` (and) or `|` (or).";
  return failure(message, { start: gap.end, end: gap.end + 1 }, replaceRange(line, gap, ","));
}

interface MixedPlace {
  readonly nameEnd: number;
  readonly literal: string | undefined;
  readonly range: LineRange;
}

function mixedSeparators(line: string, { nameEnd, literal, range }: MixedPlace): RequirementFailure {
  const build = line.slice(range.start, range.end);
  const replacement =
    literal === undefined ? undefined : `${line.slice(0, nameEnd)}=${literal}=${build}${line.slice(range.end)}`;
  return failure("Name, version and build are joined either by `=` or by blanks, not by both.", range, replacement);
}

interface CondaParts {
  readonly channel: ScannedChannel;
  readonly name: ScannedName;
  readonly body: ScannedBody;
  readonly warning?: RequirementError | undefined;
}

/** Fields given in brackets become what they would be outside them; the rest stays in brackets. */
function combine(parts: CondaParts): CondaParts | RequirementFailure {
  let { channel, body } = parts;
  const rest: CondaKeyword[] = [];
  for (const pair of body.keywords) {
    const { key, value } = pair;
    const taken =
      (key === "version" && body.spec !== undefined) ||
      (key === "build" && body.build !== undefined) ||
      (key === "channel" && channel.channel !== undefined) ||
      (key === "subdir" && channel.subdir !== undefined) ||
      (key === "name" && value.toLowerCase() !== parts.name.written.toLowerCase());
    if (taken) return failure(`The ${key} is given twice: once in front and once in brackets.`, pair);
    if (key === "version") {
      const spec = scanCondaVersion(value, 0);
      if ("error" in spec) return shifted(spec, pair.start);
      if (spec.end < value.length) return failure("This is not a version condition.", pair);
      body = { ...body, spec, version: value };
    } else if (key === "build") body = { ...body, build: value };
    else if (key === "channel") channel = { ...channel, ...splitSubdir(value) };
    else if (key === "subdir") channel = { ...channel, subdir: value };
    else if (key !== "name") rest.push(pair);
  }
  return { ...parts, channel, body: { ...body, keywords: rest } };
}

function shifted({ error }: RequirementFailure, by: number): RequirementFailure {
  // The fix was made for the value alone, not for the line.
  return failure(error.message, { start: error.start + by, end: error.end + by });
}

function splitSubdir(channel: string): { readonly channel: string; readonly subdir?: string } {
  const slash = channel.lastIndexOf("/");
  const subdir = channel.slice(slash + 1);
  return slash > 0 && platformFolder.test(subdir) ? { channel: channel.slice(0, slash), subdir } : { channel };
}

function toRequirement(parts: CondaParts) {
  const { channel, name, body, warning } = parts;
  const single = body.spec?.single;
  const exact = body.exactByBuild && single?.isPattern === false ? single.literal : exactCondaVersion(single);
  const url = body.keywords.find(({ key }) => key === "url")?.value;
  return {
    ecosystem: "conda" as const,
    name: name.written.toLowerCase(),
    written: name.written,
    text: print(parts, exact),
    nameStart: name.start,
    nameEnd: name.end,
    ...(body.version !== undefined && { version: body.version }),
    ...(exact !== undefined && { exact }),
    ...(channel.channel !== undefined && { channel: channel.channel }),
    ...(channel.subdir !== undefined && { subdir: channel.subdir }),
    ...(body.build !== undefined && { build: body.build }),
    ...(url !== undefined && { url }),
    ...(warning !== undefined && { warning }),
  };
}

/** Every reader of environment.yml takes these forms alike: `name`, `name=1.2`, `name==1.2`, `name>=1,<2`, `name=1.2=build`. */
function print({ channel, name, body }: CondaParts, exact: string | undefined): string {
  const brackets = body.keywords.map(({ key, value }): readonly [string, string] => [key, value]);
  const folder = channel.subdir === undefined ? "" : `/${channel.subdir}`;
  if (channel.channel === undefined && channel.subdir !== undefined) brackets.push(["subdir", channel.subdir]);
  const prefix = channel.channel === undefined ? "" : `${channel.channel}${folder}::`;
  let version = printVersion(body.spec, exact);
  if (body.build !== undefined) {
    const joined = plainWithBuild(body, exact);
    if (joined === undefined) {
      if (body.spec !== undefined) brackets.unshift(["version", body.spec.text]);
      brackets.push(["build", body.build]);
      version = "";
    } else version = `=${joined}=${body.build}`;
  }
  const fields = brackets.map(([key, value]) => `${key}=${value.startsWith("[") ? value : quote(value)}`);
  return `${prefix}${name.written.toLowerCase()}${version}${fields.length === 0 ? "" : `[${fields.join(",")}]`}`;
}

function quote(value: string): string {
  return value.includes("'") ? `"${value}"` : `'${value}'`;
}

function printVersion(spec: CondaVersionSpec | undefined, exact: string | undefined): string {
  if (spec === undefined) return "";
  if (exact !== undefined) return `==${exact}`;
  return /^[=<>!~]/.test(spec.text) ? spec.text : ` ${spec.text}`;
}

/** The version to print between two `=`, where that means the same. */
function plainWithBuild(body: ScannedBody, exact: string | undefined): string | undefined {
  if (exact !== undefined) return exact;
  const single = body.spec?.single;
  if (single === undefined || single.literal.startsWith("^")) return undefined;
  if (!["", "=", "=="].includes(single.operator)) return undefined;
  return single.isPattern ? single.literal : `${single.literal}.*`;
}
