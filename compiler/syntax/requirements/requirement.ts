// What a line of a package block says, in one shape for all four ecosystems, so that checks and outputs need not know whose
// grammar it was written in.

/** Whose grammar the line follows: conda's MatchSpec, pip's PEP 508, Debian's package names, or CRAN's names. */
export type Ecosystem = "conda" | "pip" | "apt" | "cran";

/** One package that an image is asked to hold. Offsets count UTF-16 code units from the start of the line. */
export interface Requirement {
  readonly ecosystem: Ecosystem;
  /** The name by which two lines are about the same package: conda's in lower case, pip's normalised by PEP 503. */
  readonly name: string;
  /** The name as it was written. */
  readonly written: string;
  /** The version constraint as it was written, with its operators. */
  readonly version?: string;
  /** The only version that the constraint admits, where it admits one; conda's `=1.2` and `1.2.*` admit many. */
  readonly exact?: string;
  /** pip's extras, normalised. */
  readonly extras?: readonly string[];
  /** pip's environment marker, without the `;`. */
  readonly marker?: string;
  /** Where the package itself is fetched from, when the line says so. */
  readonly url?: string;
  /** conda's channel, without the platform folder; for apt the release after `/`. */
  readonly channel?: string;
  /** conda's platform folder (`linux-64`, `noarch`); for apt the architecture after `:`. */
  readonly subdir?: string;
  /** conda's build string or pattern. */
  readonly build?: string;
  /** The requirement as its output file holds it. */
  readonly text: string;
  readonly nameStart: number;
  readonly nameEnd: number;
  /** Something that the tool accepts but that will not do what it seems to. */
  readonly warning?: RequirementError;
}

/** What is wrong with a line: one sentence, where in the line, and the line as it was probably meant. */
export interface RequirementError {
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly fix?: RequirementFix;
}

/** A replacement for the whole line: one line, or several where it holds several packages. */
export interface RequirementFix {
  readonly replacement: string;
  readonly title: string;
}

/** A failed parse; the other half of every result type in this folder. */
export interface RequirementFailure {
  readonly error: RequirementError;
}

/** The requirement, or what keeps the line from being one. Tell them apart with `"error" in result`. */
export type ParsedRequirement = { readonly requirement: Requirement } | RequirementFailure;

/** A stretch of the line. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** A failure at `range`; `replacement` is the whole line as it was probably meant. */
export function failure(message: string, range: LineRange, replacement?: string): RequirementFailure {
  return { error: problem(message, range, replacement) };
}

/** The same as a plain problem, for warnings. */
export function problem(message: string, range: LineRange, replacement?: string): RequirementError {
  const place = { message, start: range.start, end: range.end };
  return replacement === undefined
    ? place
    : { ...place, fix: { replacement, title: `Write \`${replacement.replaceAll("\n", "` and `")}\`` } };
}
