// The facts of a program, with each hub's sign-in as it comes out.

import { entryOf } from "../model/entry.ts";
import type { Model } from "../model/model.ts";
import type { ProgramFacts } from "../plan/facts.ts";
import { programFacts } from "../plan/program-facts.ts";
import { signInOf } from "./check-sign-in.ts";
import { usernameWords } from "./sign-in/username-words.ts";

export function factsOf(model: Model): ProgramFacts {
  return programFacts(model, (release) => {
    const final = signInOf(release);
    return { enter: entryOf(final), usernames: usernameWords(final) };
  });
}
