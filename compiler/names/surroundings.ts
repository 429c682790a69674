// What reading the values of one declaration asks of the rest of the project. Answers are plain and small, so that they can be
// noted and compared: a declaration need not be read again as long as everything that it asked is answered as before.

import type { LetNode } from "../syntax/tree.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { Program } from "./bind.ts";
import { poolNames } from "./pool-names.ts";

export interface Surroundings {
  /** `unknown` where one comes to too much, and where there is none and one that could not be read may be it. */
  constant(name: string): LetNode | "unknown" | undefined;
  constantNames(): readonly string[];
  /** Names of the declarations that a name stands for: one, all members of a family, or none. */
  find(kind: string, name: string, standard: boolean): readonly string[];
  isAbstract(kind: string, name: string, standard: boolean): boolean;
  /** Names of all declarations of a kind. */
  names(kind: string, standard: boolean): readonly string[];
  /** Pools of a provider; `unknown` where one could not be read, absent where there is no such provider. */
  pools(provider: string): readonly string[] | "unknown" | undefined;
  /** May a declaration that could not be read be the one of this kind and name? */
  mayBeUnreadable(kind: string, name: string): boolean;
  /** The text of a file that `file("…")` may name; `null` where it is there and can't be used, which is reported elsewhere. */
  asset(path: string): string | null | undefined;
  assetPaths(): readonly string[];
  readonly versions: Versions;
}

/** What answers come from. As long as it is the same object, all its answers are the same. */
export interface Versions {
  /** Names of the project. */
  readonly names: object;
  readonly constants: object;
  readonly assets: object;
  /** Bodies of the program, and the standard library, which is read once something asks for it: another object at each edit. */
  readonly program: object;
}

type Source = keyof Versions;

type Answer = LetNode | string | boolean | null | undefined | readonly string[];

/** Something that was asked, and what the answer was. Declarations that ask the same hold the same question. */
export interface Question<A extends Answer = Answer> {
  readonly answer: A;
  /** Where the answer comes from. */
  readonly source: Source;
  /** Is the answer still the same? It is looked for only where the source is another. */
  readonly holds: (surroundings: Surroundings) => boolean;
}

/** What surrounds every declaration of a program. */
export function surroundingsIn(program: Program, assets: ReadonlyMap<string, string | null>): Surroundings {
  return {
    constant: (name) =>
      program.excessive.has(name)
        ? "unknown"
        : (program.constant(name) ?? (program.mayBeUnreadable("let", name) ? "unknown" : undefined)),
    constantNames: () => [...program.lets.keys()],
    find: (kind, name, standard) => program.named(kind, name, standard).map((one) => one.name),
    isAbstract: (kind, name, standard) => program.named(kind, name, standard).some(({ node }) => node.abstract),
    names: program.names,
    pools: (provider) => {
      const [found] = program.find("provider", provider, false);
      return found && poolNames(found);
    },
    mayBeUnreadable: program.mayBeUnreadable,
    asset: (path) => assets.get(path),
    assetPaths: () => [...assets.keys()],
    versions: { ...program.versions, assets, program },
  };
}

/** Surroundings for a declaration of a file, with all that is asked of them added to its questions, once. */
export type Noting = (questions: Question[], file: SourceFile) => Surroundings;

/** The same surroundings for one declaration after another. */
export function questioner(surroundings: Surroundings): Noting {
  const constant = asking(surroundings, asks.constant);
  const constantHere = asking(surroundings, asks.constantHere);
  const constantNames = asking(surroundings, asks.constantNames);
  const find = asking(surroundings, asks.find);
  const isAbstract = asking(surroundings, asks.isAbstract);
  const names = asking(surroundings, asks.names);
  const pools = asking(surroundings, asks.pools);
  const mayBeUnreadable = asking(surroundings, asks.mayBeUnreadable);
  const asset = asking(surroundings, asks.asset);
  const assetPaths = asking(surroundings, asks.assetPaths);
  return (questions, file) => {
    const isHere = (found: ReturnType<Surroundings["constant"]>) => typeof found === "object" && found.file === file;
    const note = <A extends Answer>(question: Question<A>): A => {
      if (!questions.includes(question)) questions.push(question);
      return question.answer;
    };
    return {
      constant: (name) => note(isHere(surroundings.constant(name)) ? constantHere(name) : constant(name)),
      constantNames: () => note(constantNames()),
      find: (kind, name, standard) => note(find(kind, name, standard)),
      isAbstract: (kind, name, standard) => note(isAbstract(kind, name, standard)),
      names: (kind, standard) => note(names(kind, standard)),
      pools: (provider) => note(pools(provider)),
      mayBeUnreadable: (kind, name) => note(mayBeUnreadable(kind, name)),
      asset: (path) => note(asset(path)),
      assetPaths: () => note(assetPaths()),
      versions: surroundings.versions,
    };
  };
}

/** One sort of question: how it is asked, and where the answer comes from. */
interface Ask<A extends Answer, W extends readonly (string | boolean)[]> {
  readonly source: (...words: W) => Source;
  readonly ask: (from: Surroundings, ...words: W) => A;
}

/** They stand apart from any surroundings: a question that is kept for long is not to hold the program that it was first asked of. */
const asks = {
  constant: askOf(
    (from, name: string) => from.constant(name),
    () => "constants",
  ),
  constantNames: askOf(
    (from) => from.constantNames(),
    () => "constants",
  ),
  /** It is the same one for as long as its file and all names are, and the asking declaration is in that file. */
  constantHere: askOf(
    (from, name: string) => from.constant(name),
    () => "names",
  ),
  find: askOf(
    (from, kind: string, name: string, standard: boolean) => from.find(kind, name, standard),
    (_kind, _name, standard) => sourceOfNames(standard),
  ),
  isAbstract: askOf(
    (from, kind: string, name: string, standard: boolean) => from.isAbstract(kind, name, standard),
    (_kind, _name, standard) => sourceOfNames(standard),
  ),
  names: askOf(
    (from, kind: string, standard: boolean) => from.names(kind, standard),
    (_kind, standard) => sourceOfNames(standard),
  ),
  pools: askOf(
    (from, provider: string) => from.pools(provider),
    () => "program",
  ),
  mayBeUnreadable: askOf(
    (from, kind: string, name: string) => from.mayBeUnreadable(kind, name),
    () => "names",
  ),
  asset: askOf(
    (from, path: string) => from.asset(path),
    () => "assets",
  ),
  assetPaths: askOf(
    (from) => from.assetPaths(),
    () => "assets",
  ),
};

function sourceOfNames(standard: boolean): Source {
  return standard ? "program" : "names";
}

function askOf<A extends Answer, W extends readonly (string | boolean)[]>(
  ask: (from: Surroundings, ...words: W) => A,
  source: (...words: NoInfer<W>) => Source,
): Ask<A, W> {
  return { ask, source };
}

/** Questions of one sort: the same words are the same question. */
function asking<A extends Answer, W extends readonly (string | boolean)[]>(
  surroundings: Surroundings,
  ask: Ask<A, W>,
): (...words: W) => Question<A> {
  const asked = new Map<string, Question<A>>();
  return (...words) => {
    const key = words.join(" ");
    const question = asked.get(key) ?? questionOf(ask, words, surroundings);
    asked.set(key, question);
    return question;
  };
}

function questionOf<A extends Answer, W extends readonly (string | boolean)[]>(
  { ask, source: sourceOf }: Ask<A, W>,
  words: W,
  surroundings: Surroundings,
): Question<A> {
  const answer = ask(surroundings, ...words);
  const source = sourceOf(...words);
  let latest = { version: surroundings.versions[source], holds: true };
  return {
    answer,
    source,
    holds: (now) => {
      const version = now.versions[source];
      if (latest.version !== version) latest = { version, holds: isAlike(answer, ask(now, ...words)) };
      return latest.holds;
    },
  };
}

/** Is each question still answered as it was? They are asked in order, up to the first that is not. */
export function areAnsweredAlike(questions: readonly Question[], surroundings: Surroundings): boolean {
  for (const question of questions) if (!question.holds(surroundings)) return false;
  return true;
}

/** The questions of many declarations that have one source, and the version of it that last answered them. */
export interface AskedOfSource {
  readonly source: Source;
  version: object;
  readonly questions: Question[];
}

/** All that was asked while many declarations were read, by source. */
export function bySource(questions: Iterable<Question>, { versions }: Surroundings): readonly AskedOfSource[] {
  const groups = new Map<Source, AskedOfSource>();
  for (const question of new Set(questions)) {
    const { source } = question;
    const group = groups.get(source);
    if (group === undefined) groups.set(source, { source, version: versions[source], questions: [question] });
    else group.questions.push(question);
  }
  return [...groups.values()];
}

/** Is all that was asked still answered alike? Nothing is asked of a source that is what it was when it last answered. */
export function isAnsweredAlike(asked: readonly AskedOfSource[], now: Surroundings): boolean {
  for (const group of asked) {
    const version = now.versions[group.source];
    if (group.version === version) continue;
    if (!areAnsweredAlike(group.questions, now)) return false;
    group.version = version;
  }
  return true;
}

function isAlike(before: Answer, now: Answer): boolean {
  if (before === now) return true;
  if (!isList(before) || !isList(now)) return false;
  return before.length === now.length && before.every((one, i) => one === now[i]);
}

function isList(answer: Answer): answer is readonly string[] {
  return Array.isArray(answer);
}
