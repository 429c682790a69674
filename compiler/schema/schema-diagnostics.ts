// What can be wrong with a setting, a block or a value, judged by the vocabulary.

import { defineDiagnostic } from "../diagnostics/diagnostic.ts";
import { andList } from "../text/and-list.ts";
import { limits } from "../text/limits.ts";

export const unknownSetting = defineDiagnostic<{
  name: string;
  block: string;
  suggestion: string | undefined;
  /** What the name is like, and is written too. */
  beside?: string | undefined;
  what: string;
}>({
  code: "schema/unknown-setting",
  title: "No such setting",
  why: "A name that the vocabulary does not know would have no effect, so it is refused rather than passed over.",
  message: ({ name, block, suggestion, beside, what }) => {
    const wrong = `\`${block}\` has no ${what} \`${name}\``;
    if (suggestion !== undefined) return `${wrong}: did you mean \`${suggestion}\`?`;
    return beside === undefined ? `${wrong}.` : `${wrong}, and \`${beside}\` is written already: take this one away.`;
  },
});

export const wrongForm = defineDiagnostic<{ name: string; form: string }>({
  code: "schema/wrong-form",
  title: "A block where a setting belongs, or the other way round",
  why: "A setting is `name = value`; a block is `name { … }`, some with a variant or a label before the brace.",
  message: ({ name, form }) => `\`${name}\` is written \`${form}\`.`,
});

export const joinedSetting = defineDiagnostic<{ names: readonly string[]; form: string }>({
  code: "schema/joined-setting",
  title: "Settings that are one here",
  why: "A stretch of time is one value: its two ends are joined by `..`, so that neither is there without the other, and a date stands before its times.",
  message: ({ names, form }) =>
    `${andList(names.map((name) => `\`${name}\``))} are one setting here: write \`${form}\`.`,
});

export const missingSetting = defineDiagnostic<{ block: string; missing: readonly string[] }>({
  code: "schema/missing-setting",
  title: "A required setting is missing",
  why: "Without it nothing useful could be compiled, and no default would be right for everybody.",
  message: ({ block, missing }) => `\`${block}\` needs ${missing.join(", ")}.`,
});

export const duplicateSetting = defineDiagnostic<{ name: string }>({
  code: "schema/duplicate-setting",
  title: "Set twice in one block",
  why: "Only one of the two could hold, and nothing says which.",
  message: ({ name }) => `\`${name}\` is set twice in this block: keep one.`,
});

export const wrongType = defineDiagnostic<{ expected: string; found: string }>({
  code: "schema/wrong-type",
  title: "A value of another type than the setting takes",
  why: "Each setting takes one type of value, so that a slip is found here and not when a server fails to start.",
  message: ({ expected, found }) => `${expected} is expected here, not ${found}.`,
});

export const missingUnit = defineDiagnostic<{ found: string; units: string }>({
  code: "schema/missing-unit",
  title: "A quantity without a unit",
  why: "`2` could be bytes, MiB or GiB, seconds or hours: the tools behind read a bare number in different ways.",
  message: ({ found, units }) => `\`${found}\` needs a unit: ${units}.`,
});

export const wrongUnit = defineDiagnostic<{ found: string; units: string }>({
  code: "schema/wrong-unit",
  title: "A unit that does not exist here",
  why: "JupyterHub's `G` is 1024-based, Kubernetes' is not, and `m` means minutes, months or thousandths: only units with one meaning are taken.",
  message: ({ found, units }) => `\`${found}\` has no unit that is known here: ${units}.`,
});

export const notATruthValue = defineDiagnostic<{ found: string }>({
  code: "schema/not-a-truth-value",
  title: "Neither `true` nor `false`",
  why: "`yes`, `on` and `1` are read as true by some tools and as text by others.",
  message: ({ found }) => `\`${found}\` is not a truth value: write \`true\` or \`false\`.`,
});

export const notAChoice = defineDiagnostic<{ found: string; words: string; suggestion: string | undefined }>({
  code: "schema/not-a-choice",
  title: "Not one of the words that the setting takes",
  why: "The setting takes one of a few words, each with a meaning of its own.",
  message: ({ found, words, suggestion }) =>
    suggestion === undefined
      ? `\`${found}\` is not one of ${words}.`
      : `\`${found}\` is not one of ${words}: did you mean \`${suggestion}\`?`,
});

export const rangeReversed = defineDiagnostic<{ from: string; to: string }>({
  code: "schema/range-reversed",
  title: "A range that ends before it begins",
  why: "Both ends of `a .. b` are included and `a` comes first; reversed, the range would be empty.",
  message: ({ from, to }) => `\`${from}\` is above \`${to}\`: write the smaller end first.`,
});

export const rangeEmpty = defineDiagnostic<{ end: string }>({
  code: "schema/range-empty",
  title: "A stretch of time without length",
  why: "An exam that ends at the minute at which it begins is over before anybody can start its image.",
  message: ({ end }) => `It begins and ends at \`${end}\`: write a later end.`,
});

export const outOfBounds = defineDiagnostic<{ found: string; bounds: string }>({
  code: "schema/out-of-bounds",
  title: "A number that can't be",
  why: "The number is of the right type but no such amount makes sense here.",
  message: ({ found, bounds }) => `\`${found}\` is out of bounds: ${bounds}.`,
});

export const tooLarge = defineDiagnostic<{ found: string }>({
  code: "schema/too-large",
  title: "A value that is larger than anything can hold",
  why: "Constants that hold other constants many times grow beyond all bounds. Kubernetes keeps no Secret and no ConfigMap above 1 MiB, so no setting takes more.",
  message: ({ found }) => `${found}: make it smaller.`,
});

export const badText = defineDiagnostic<{ found: string; expected: string }>({
  code: "schema/bad-text",
  title: "A text that does not have the form the setting needs",
  why: "The text goes into a place that takes only this form; anything else would fail there, later and less clearly.",
  message: ({ found, expected }) => `${found} is not ${expected}.`,
});

export const nothingToRemove = defineDiagnostic<{ item: string; name: string }>({
  code: "schema/nothing-to-remove",
  title: "Removing what is not there",
  why: "`-=` takes away something inherited. If it is not there, either the name is wrong or the parent has changed.",
  message: ({ item, name }) => `\`${name}\` holds no ${item} to remove.`,
});

export const cannotCombine = defineDiagnostic<{ name: string; operator: string }>({
  code: "schema/cannot-combine",
  title: "`+=` or `-=` on a setting that holds one value",
  why: "Adding and removing make sense for lists, maps and packages; a single value is replaced with `=`.",
  message: ({ name, operator }) => `\`${operator}\` works on lists and maps; \`${name}\` holds one value: use \`=\`.`,
});

export const wrongLabel = defineDiagnostic<{ block: string; form: string }>({
  code: "schema/wrong-label",
  title: "A block without its label, or with one too many",
  why: "Some blocks carry a name (`pool users`), a variant (`auth google`) or a range of dates (`during 2026-11-02 .. 2026-11-20`), others nothing.",
  message: ({ block, form }) => `\`${block}\` is written \`${form}\`.`,
});

export const notAName = defineDiagnostic<{ block: string; inCluster: boolean }>({
  code: "schema/not-a-name",
  title: "A label that is no name",
  why: "The name of a block goes into names of files and objects, into lines of scripts and into pages. A name in quotes may have blanks, but no line ends and none of the signs that these read in their own way.",
  message: ({ block, inCluster }) =>
    inCluster
      ? `The name of a \`${block}\` becomes a label in the cluster: at most 63 letters, digits, \`-\`, \`_\` and \`.\`, with a letter or digit at both ends.`
      : `The name of \`${block}\` is letters, digits, blanks, and \`-\`, \`_\`, \`.\`, \`,\`, \`:\`, \`+\`, \`&\`, \`'\` and brackets, at most ${limits.label}; the first is a letter or digit.`,
});

export const unknownVariant = defineDiagnostic<{
  found: string;
  block: string;
  variants: string;
  suggestion: string | undefined;
  /** How what is meant is written. */
  instead?: string | undefined;
}>({
  code: "schema/unknown-variant",
  title: "No such variant",
  why: "The variant decides which settings a block takes.",
  message: ({ found, block, variants, suggestion, instead }) =>
    instead !== undefined
      ? `\`${block}\` has no variant \`${found}\`: it is written \`${instead}\`.`
      : `\`${block}\` has no variant \`${found}\`${suggestion === undefined ? `; there are ${variants}.` : `: did you mean \`${suggestion}\`?`}`,
});

export const windowsOverlap = defineDiagnostic<{
  name: string;
  other: string;
  /** For two exams, printed: a day of both. */
  examDay?: string;
}>({
  code: "schema/windows-overlap",
  title: "Two windows or exams set one thing on the same day",
  why: "On the days that both cover, nothing says which of the two holds. An exam's `memory` applies on its whole day, whatever its hours.",
  message: ({ name, other, examDay }) =>
    examDay === undefined
      ? `\`${name}\` is also set by the window ${other}, and the two share days.`
      : `\`${name}\` is another in \`${other}\`, and an exam's holds on its whole day, which is ${examDay} for both: write the same in both, or move one to another day.`,
});

export const unknownParentBlock = defineDiagnostic<{ block: string; name: string; suggestion: string | undefined }>({
  code: "schema/unknown-parent-block",
  title: "A block that extends one that is not there",
  why: "A profile may extend another profile of its hub, or of the hub that this one extends, and begins as that one.",
  message: ({ block, name, suggestion }) =>
    `There is no \`${block} ${name}\` here${suggestion === undefined ? "." : `: did you mean \`${suggestion}\`?`}`,
});

export const ciNotWritten = defineDiagnostic<{ system: string }>({
  code: "project/ci-not-written",
  title: "Continuous integration that nothing is written for",
  why: "`ci/` is written for GitHub Actions and GitLab CI, and the files of hubploy and chartpress. For others there is nothing to put in place; what they would run is `hubc check` and `hubc build`.",
  message: ({ system }) =>
    `Nothing is written for ${system}: use \`github\` (GitHub Actions) or \`gitlab\`, or \`systems = []\` and run \`hubc check\` and \`hubc build\` there yourself.`,
});

export const outsideProject = defineDiagnostic<{ path: string }>({
  code: "file/outside-project",
  title: "A file outside the project",
  why: "A build must not depend on, or give away, files that are not in the repository.",
  message: ({ path }) =>
    `\`${path}\` lies outside the project: \`file("…")\` takes a path inside it, relative to its root.`,
});

export const fileNotFound = defineDiagnostic<{ path: string; suggestion: string | undefined }>({
  code: "file/not-found",
  title: "No such file in the project",
  why: '`file("…")` stands for the text of a file of the project, by its path from the project\'s root.',
  message: ({ path, suggestion }) =>
    `There is no file \`${path}\` in the project${suggestion === undefined ? "." : `: did you mean \`${suggestion}\`?`}`,
});

export const hiddenFile = defineDiagnostic<{ path: string; part: string }>({
  code: "file/hidden",
  title: "A hidden file",
  why: "Files and folders whose names begin with a dot hold what is not meant for others: tokens in `.env`, keys in `.ssh`, the history in `.git`. What a program takes in goes into images, values and pages. Copy what is meant for them to a file with a plain name.",
  message: ({ path, part }) =>
    path === part
      ? `\`${path}\` is hidden, and \`file("…")\` reads no hidden file: copy what is meant for the outputs to a file whose name begins with no dot.`
      : `\`${path}\` is hidden by \`${part}\`, and \`file("…")\` reads no hidden file: copy what is meant for the outputs to a path no part of which begins with a dot.`,
});

export const badRequirement = defineDiagnostic<{ message: string }>({
  code: "image/bad-requirement",
  title: "A line that is no requirement",
  why: "A package block holds what `environment.yml`, `requirements.txt` or `apt.txt` hold, by their own grammars; conda passes over some slips and installs something else.",
  message: ({ message }) => message,
});

export const doubtfulRequirement = defineDiagnostic<{ message: string }>({
  code: "image/doubtful-requirement",
  severity: "warning",
  title: "A requirement that won't do what it seems to",
  why: "The tool takes the line, but reads it differently from how it looks.",
  message: ({ message }) => message,
});

export const packageTwice = defineDiagnostic<{ name: string }>({
  code: "image/duplicate-package",
  title: "A package listed twice in one block",
  why: "Only one of the two lines could hold; a child's line replaces its parent's, but within a block nothing says which is meant.",
  message: ({ name }) => `\`${name}\` is listed twice in this block: keep one line.`,
});
