// The compiler in a worker: questions come in, answers go out, in the order in which they were asked.

import type { QuestionKind, Questions } from "./messages.ts";
import { createSession } from "./session.ts";

export interface Asked<K extends QuestionKind = QuestionKind> {
  readonly id: number;
  readonly kind: K;
  readonly question: Questions[K];
}

const session = createSession();
let last: Promise<void> = Promise.resolve();

addEventListener("message", ({ data }: MessageEvent<Asked>) => {
  last = last.then(async () => {
    try {
      postMessage({ id: data.id, answer: await session.answer(data.kind, data.question) });
    } catch (error) {
      postMessage({ id: data.id, problem: error instanceof Error ? error.message : String(error) });
    }
  });
});
