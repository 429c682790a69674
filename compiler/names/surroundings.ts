// What reading the values of one declaration asks of the rest of the project. Answers are plain and small, so that they can be
// noted and compared: a declaration need not be read again as long as everything that it asked is answered as before.

import type { LetNode } from "../syntax/tree.ts";
import { computedOnce } from "../text/computed-once.ts";
import type { Program } from "./bind.ts";
import { poolNames } from "./pool-names.ts";
import type { Named } from "./tree-names.ts";

export interface Surroundings {
  /** `unknown` where there is none, and one that could not be read may be it. */
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
  /** The text of a file that `file("…")` may name. */
  asset(path: string): string | undefined;
  assetPaths(): readonly string[];
}

type Answer = LetNode | string | boolean | undefined | readonly string[];

/** Something that was asked, and what the answer was. Declarations that ask the same hold the same question. */
export interface Question<A extends Answer = Answer> {
  readonly answer: A;
  /** Is the answer still the same? Asked once of the same surroundings. */
  readonly holds: (surroundings: Surroundings) => boolean;
}

/** What surrounds every declaration of a program. */
export function surroundingsIn(program: Program, assets: ReadonlyMap<string, string>): Surroundings {
  return {
    constant: (name) => program.lets.get(name) ?? (program.mayBeUnreadable("let", name) ? "unknown" : undefined),
    constantNames: () => [...program.lets.keys()],
    find: (kind, name, standard) => namesOf(program.named(kind, name, standard)),
    isAbstract: (kind, name, standard) => program.named(kind, name, standard).some(({ node }) => node.abstract),
    names: program.names,
    pools: (provider) => {
      const [found] = program.find("provider", provider, false);
      return found && poolNames(found);
    },
    mayBeUnreadable: program.mayBeUnreadable,
    asset: (path) => assets.get(path),
    assetPaths: () => [...assets.keys()],
  };
}

/** The list of a name is the same object as long as what declares it is. */
const namesOf = computedOnce((found: readonly Named[]): readonly string[] => found.map(({ name }) => name));

/** The same surroundings for one declaration after another; what each asks of them is added to its questions, once. */
export function questioner(surroundings: Surroundings): (questions: Question[]) => Surroundings {
  const constant = asking(surroundings, (from, name: string) => from.constant(name));
  const constantNames = asking(surroundings, (from) => from.constantNames());
  const find = asking(surroundings, (from, ...name: DeclarationName) => from.find(...name));
  const isAbstract = asking(surroundings, (from, ...name: DeclarationName) => from.isAbstract(...name));
  const names = asking(surroundings, (from, kind: string, standard: boolean) => from.names(kind, standard));
  const pools = asking(surroundings, (from, provider: string) => from.pools(provider));
  const mayBeUnreadable = asking(surroundings, (from, kind: string, name: string) => from.mayBeUnreadable(kind, name));
  const asset = asking(surroundings, (from, path: string) => from.asset(path));
  const assetPaths = asking(surroundings, (from) => from.assetPaths());
  return (questions) => {
    const note = <A extends Answer>(question: Question<A>): A => {
      if (!questions.includes(question)) questions.push(question);
      return question.answer;
    };
    return {
      constant: (name) => note(constant(name)),
      constantNames: () => note(constantNames()),
      find: (...name) => note(find(...name)),
      isAbstract: (...name) => note(isAbstract(...name)),
      names: (kind, standard) => note(names(kind, standard)),
      pools: (provider) => note(pools(provider)),
      mayBeUnreadable: (kind, name) => note(mayBeUnreadable(kind, name)),
      asset: (path) => note(asset(path)),
      assetPaths: () => note(assetPaths()),
    };
  };
}

type DeclarationName = [kind: string, name: string, standard: boolean];

/** Questions of one sort: the same words are the same question. */
function asking<A extends Answer, W extends readonly (string | boolean)[]>(
  surroundings: Surroundings,
  ask: (from: Surroundings, ...words: W) => A,
): (...words: W) => Question<A> {
  const asked = new Map<string, Question<A>>();
  return (...words) => {
    const key = words.join(" ");
    const question = asked.get(key) ?? questionOf((from) => ask(from, ...words), surroundings);
    asked.set(key, question);
    return question;
  };
}

function questionOf<A extends Answer>(ask: (from: Surroundings) => A, surroundings: Surroundings): Question<A> {
  const answer = ask(surroundings);
  let latest = { surroundings, holds: true };
  return {
    answer,
    holds: (now) => {
      if (latest.surroundings !== now) latest = { surroundings: now, holds: isAlike(answer, ask(now)) };
      return latest.holds;
    },
  };
}

/** Is each question still answered as it was? They are asked in order, up to the first that is not. */
export function areAnsweredAlike(questions: readonly Question[], surroundings: Surroundings): boolean {
  for (const question of questions) if (!question.holds(surroundings)) return false;
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
