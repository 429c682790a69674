// What reading the values of one declaration asks of the rest of the project. Answers are plain and small, so that they can be
// noted and compared: a declaration need not be read again as long as everything that it asked is answered as before.

import type { LetNode } from "../syntax/tree.ts";
import type { Program } from "./bind.ts";
import { poolNames } from "./pool-names.ts";

export interface Surroundings {
  constant(name: string): LetNode | undefined;
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

/** Something that was asked, and what the answer was. */
export interface Question {
  readonly ask: (surroundings: Surroundings) => Answer;
  readonly answer: Answer;
}

/** What surrounds every declaration of a program. */
export function surroundingsIn(program: Program, assets: ReadonlyMap<string, string>): Surroundings {
  return {
    constant: (name) => program.lets.get(name),
    constantNames: () => [...program.lets.keys()],
    find: (kind, name, standard) => program.find(kind, name, standard).map((found) => found.name),
    isAbstract: (kind, name, standard) => program.find(kind, name, standard).some(({ node }) => node.abstract),
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

/** The same surroundings; what is asked of them is added to `questions`, each thing once. */
export function noting(surroundings: Surroundings, questions: Question[]): Surroundings {
  const asked = new Set<string>();
  const note = <A extends Answer>(question: string, ask: (surroundings: Surroundings) => A): A => {
    const answer = ask(surroundings);
    if (!asked.has(question)) questions.push({ ask, answer });
    asked.add(question);
    return answer;
  };
  return {
    constant: (name) => note(`constant ${name}`, (from) => from.constant(name)),
    constantNames: () => note("constants", (from) => from.constantNames()),
    find: (kind, name, standard) => note(`find ${kind} ${standard} ${name}`, (from) => from.find(kind, name, standard)),
    isAbstract: (kind, name, standard) =>
      note(`abstract ${kind} ${standard} ${name}`, (from) => from.isAbstract(kind, name, standard)),
    names: (kind, standard) => note(`names ${kind} ${standard}`, (from) => from.names(kind, standard)),
    pools: (provider) => note(`pools ${provider}`, (from) => from.pools(provider)),
    mayBeUnreadable: (kind, name) => note(`unreadable ${kind} ${name}`, (from) => from.mayBeUnreadable(kind, name)),
    asset: (path) => note(`asset ${path}`, (from) => from.asset(path)),
    assetPaths: () => note("assets", (from) => from.assetPaths()),
  };
}

/** Is the answer to each of the questions still what it was? They are asked in order, up to the first that is not. */
export function areAnsweredAlike(questions: readonly Question[], surroundings: Surroundings): boolean {
  return questions.every(({ ask, answer }) => isAlike(answer, ask(surroundings)));
}

function isAlike(before: Answer, now: Answer): boolean {
  if (before === now) return true;
  if (!isList(before) || !isList(now)) return false;
  return before.length === now.length && before.every((one, i) => one === now[i]);
}

function isList(answer: Answer): answer is readonly string[] {
  return Array.isArray(answer);
}
