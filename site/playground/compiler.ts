// The page's side of the worker: a question is a promise of its answer.

import type { Answers, QuestionKind, Questions } from "./messages.ts";

export interface Compiler {
  ask<K extends QuestionKind>(kind: K, question: Questions[K]): Promise<Answers[K]>;
}

/** Starts the worker that lies beside the page's script. */
export function startCompiler(): Compiler {
  const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
  const waiting = new Map<number, { readonly answer: (value: never) => void; readonly fail: (error: Error) => void }>();
  let next = 0;
  worker.addEventListener("message", ({ data }) => {
    const { answer, fail } = waiting.get(data.id) ?? {};
    waiting.delete(data.id);
    if (data.problem === undefined)
      answer?.(data.answer as never); // the worker answers a question of a kind with that kind's answer
    else fail?.(new Error(data.problem));
  });
  return {
    ask: (kind, question) =>
      new Promise((answer, fail) => {
        next += 1;
        waiting.set(next, { answer, fail });
        worker.postMessage({ id: next, kind, question });
      }),
  };
}
