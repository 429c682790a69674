// The first half of the pipeline, a line a phase: texts in, diagnostics and model out. No clock, disk, network or console. What judges parts
// of a release's own takes the targets, and is given by who needs it: check.ts has it.

import { checkAreas } from "./areas/check-areas.ts";
import { codes } from "./catalogue.ts";
import { type Diagnostic, type Report, sortDiagnostics } from "./diagnostics/diagnostic.ts";
import { reportedOnce } from "./diagnostics/reported-once.ts";
import { rootCauses } from "./diagnostics/root-causes.ts";
import type { Expectation } from "./expect/expectation.ts";
import { readExpectations } from "./expect/read-expectations.ts";
import { buildModel } from "./model/build-model.ts";
import { entryOf } from "./model/entry.ts";
import { type Evaluated, type EvaluatedFile, evaluate } from "./model/evaluate.ts";
import { type KnownIn, nothingKnown } from "./model/kept.ts";
import { knownModel, type WithErrors } from "./model/known-model.ts";
import type { Model } from "./model/model.ts";
import { bringsOwnPages, type JudgedFor, judgedFor } from "./model/own-parts.ts";
import type { Release } from "./model/release.ts";
import { modelOfSoundParts, soundModel, type Unsound, unsoundParts } from "./model/sound-model.ts";
import { bind, type Program } from "./names/bind.ts";
import { type ParseFile, parseFile } from "./parsed-file.ts";
import { checkPolicies } from "./policy/check-policies.ts";
import { settle } from "./rules/allowances.ts";
import { checkRules, type Views } from "./rules/check-rules.ts";
import { standardLibrary } from "./standard-library.ts";
import { parse } from "./syntax/parse.ts";
import type { SyntaxTree } from "./syntax/tree.ts";
import { checkSignIn, signInOf } from "./targets/check-sign-in.ts";
import type { ReadTemplate } from "./targets/pages/page-template.ts";
import type { Day } from "./text/calendar.ts";
import { createSourceFile, type SourceFile } from "./text/source-file.ts";
import type { Span } from "./text/span.ts";
import type { ReadYaml } from "./text/yaml-document.ts";
import { checkUnused } from "./unused/check-unused.ts";

/** Everything a program is made of. */
export interface Sources {
  readonly files: readonly SourceFile[];
  /**
   * Texts that `file("…")` names, by path relative to the project's root; `null` where it is there and
   * can't be used, which whoever reads the disk reports; absent where there is no such file.
   */
  readonly assets: ReadonlyMap<string, string | null>;
  /** Where such a file lies once links are followed, from the project's root; absent where that is its own path. */
  readonly realPaths?: ReadonlyMap<string, string>;
  /** Reads Kubernetes objects of the program's own: needed, and so loaded, only where `manifests` names some. */
  readonly readYaml?: ReadYaml;
  /** Reads templates of the program's own: needed, and so loaded, only where `pages` names some. */
  readonly readTemplate?: ReadTemplate;
}

export interface CompileOptions {
  /** The date that the build is for. */
  readonly on: Day;
  /** Only this hub, and only this stage, where given. */
  readonly hub?: string;
  readonly stage?: string;
}

export interface Checked {
  /** In order of file and place. */
  readonly diagnostics: readonly Diagnostic[];
  /** Absent where there are errors. */
  readonly model: Model | undefined;
}

/** A check, with what it was made from, for those who show something of a program that has errors. */
export interface Examined extends Checked {
  /** The model as far as it is sound. */
  readonly sound: Model;
  readonly sources: Sources;
  readonly options: CompileOptions;
  /** One for each file, in the order of the files. */
  readonly trees: readonly SyntaxTree[];
  readonly program: Program;
  /** What holds for every declaration, with where every value came from. */
  readonly evaluated: readonly Evaluated[];
  /** What must hold of the program; those with a mistake in them are left out. */
  readonly expectations: readonly Expectation[];
  /** The model of the same program on any day. */
  readonly modelOn: (day: Day) => Model;
  /** What nobody judged, and has to be: see {@link Examining}. */
  readonly needsJudge: JudgedFor | undefined;
}

/** Judges what releases bring past the vocabulary by what comes out. `output` is the model as far as it is known, `sound` as far as it is right. */
export type JudgeOwnParts = (
  models: { readonly output: Model; readonly sound: Model },
  sources: Sources,
  report: Report,
) => void;

/** Of a program that is checked again: the trees of files that did not change, and what is known of their declarations. */
export interface Kept {
  readonly parsed?: ParseFile;
  readonly knownIn?: KnownIn;
}

export interface Examining extends Kept {
  /** Without it, a program that needs it is only said to do so. */
  readonly judgeOwnParts?: JudgeOwnParts;
}

/** Checks a program, and gives what of it is sound even where there are errors. */
export function examine(
  sources: Sources,
  options: CompileOptions,
  { judgeOwnParts, parsed = parseFile, knownIn = nothingKnown }: Examining,
): Examined {
  const found: Diagnostic[] = [];
  const report = reportedOnce((diagnostic) => found.push(diagnostic), { several: true });
  const trees = sources.files.map((file) => {
    const { tree, found } = parsed(file);
    found.forEach(report);
    return tree;
  });
  const program = bind(trees, standardTrees, report);
  const known = knownIn({ trees, assets: sources.assets }, options.on);
  const files = evaluate(program, { assets: sources.assets, known, report });
  const unsound = unsoundParts(files, program.incomplete);
  const model = buildModel(files, { on: options.on, fallback: startOf(sources), unsound, known, report });
  const sound = soundModel(model, unsound);
  const views = viewsOf(model, sound, { files, unsound, incomplete: program.incomplete });
  checkRules(views, known.ofPart, report);
  const output = { ...views.known, releases: [...views.inParts.releases, ...views.others] };
  // What comes out is wrong, too, where a rule found why: that is said once.
  judgeOwnParts?.({ output, sound }, sources, unlessErrorAt(found, report));
  const { areas } = model.project;
  const { assets, realPaths = new Map() } = sources;
  const entry = (release: Release) => entryOf(signInOf(release));
  checkAreas(files, { areas, program, trees, model: sound, assets, realPaths, entryOf: entry, report });
  checkSignIn(ofSoundReleases(views), report);
  checkPolicies(files, { program, assets: sources.assets, report });
  checkUnused({ program, trees, assets, model, report });
  const expectations = readExpectations(files, { program, assets, model: sound, report });
  const diagnostics = rootCauses(sortDiagnostics(settle(found, { trees, project: model.project, codes })));
  const failed = diagnostics.some(({ severity }) => severity === "error");
  return {
    diagnostics,
    model: failed ? undefined : model,
    sound,
    sources,
    options,
    trees,
    program,
    evaluated: files.flatMap((file) => file.evaluated),
    expectations,
    modelOn: modelsOf(files, { sources, unsound, first: model }),
    needsJudge: judgeOwnParts === undefined ? (bringsOwnPages(sound) ? "parts" : judgedFor(output)) : undefined,
  };
}

/**
 * Models by day, each built once. What is wrong in a text is found whatever the day, and rules see a course's windows on all days, as its stretches;
 * what only a window of a group or a hub makes wrong is found by a check for one of its days, and not told here.
 */
function modelsOf(
  files: readonly EvaluatedFile[],
  { sources, unsound, first }: { readonly sources: Sources; readonly unsound: Unsound; readonly first: Model },
): (day: Day) => Model {
  const models = new Map([[first.on, first]]);
  return (day) => {
    const known = models.get(day);
    if (known !== undefined) return known;
    const model = buildModel(files, {
      on: day,
      fallback: startOf(sources),
      unsound,
      report: () => {},
    });
    models.set(day, model);
    return model;
  };
}

/** What rules look at, and what is judged of what comes out. */
function viewsOf(
  model: Model,
  sound: Model,
  { unsound, ...errors }: WithErrors & { readonly unsound: Unsound },
): Views {
  if (!unsound.anywhere) return { sound, inParts: sound, others: [], known: sound };
  const parts = modelOfSoundParts(model, unsound);
  const known = knownModel(model, errors);
  const ofParts = knownModel(parts, errors).releases;
  const hasSoundHub = ({ hub }: Release) => !unsound.has("hub", hub);
  const releases = parts.releases.filter(hasSoundHub);
  const others = known.releases.flatMap((release) => {
    if (releases.some(({ name }) => name === release.name)) return [];
    return ofParts.find(({ name }) => name === release.name) ?? release;
  });
  return { sound, inParts: { ...parts, releases }, others, known };
}

/** Releases that are sound, and the others as far as they are known. */
function ofSoundReleases({ sound, known }: Views): Model {
  const found = new Map(sound.releases.map((release) => [release.name, release]));
  return { ...known, releases: known.releases.map((release) => found.get(release.name) ?? release) };
}

/** Reports what is not at the place of an error that was found. */
function unlessErrorAt(diagnostics: readonly Diagnostic[], report: Report): Report {
  const places = diagnostics.flatMap(({ severity, span }) => (severity === "error" ? [span] : []));
  return (diagnostic) => {
    if (!places.some((span) => areTogether(span, diagnostic.span))) report(diagnostic);
  };
}

function areTogether(span: Span, other: Span): boolean {
  return span.file === other.file && span.start < other.end && other.start < span.end;
}

/** What holds for every declaration, with where every value came from; mistakes are left to `check`. */
export function evaluated(sources: Sources): readonly Evaluated[] {
  const ignore: Report = () => {};
  const trees = sources.files.map((file) => parse(file, ignore));
  const files = evaluate(bind(trees, standardTrees, ignore), { assets: sources.assets, report: ignore });
  return files.flatMap((file) => file.evaluated);
}

function startOf(sources: Sources): Span {
  return { file: sources.files[0] ?? createSourceFile("project.hub", ""), start: 0, end: 0 };
}

let parsedLibrary: readonly SyntaxTree[] | undefined;

/** The standard library is parsed once; that it has no errors is a test. */
function standardTrees(): readonly SyntaxTree[] {
  parsedLibrary ??= standardLibrary.map((file) => parse(file, () => {}));
  return parsedLibrary;
}
