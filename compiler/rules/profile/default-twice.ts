import { everyServer, isProfile } from "../../model/server.ts";
import type { Span } from "../../text/span.ts";
import { defineRule, type ReportOf } from "../rule.ts";

/** One profile of a hub is the default, and one size of a server. */
export const defaultTwice = defineRule<{ what: string }>({
  code: "profile/default-twice",
  title: "Two defaults",
  why: "What starts where a person chooses nothing can be one profile only, and one size in it.",
  message: ({ what }) => `Another ${what} is the default already: keep one.`,
  judges: "parts",
  check: (model, report) => {
    for (const { choices } of everyServer(model)) tell("size", choices.sizes, report);
    // Each stage has the hub's profiles once more.
    for (const { permanent } of model.releases) tell("profile", permanent.filter(isProfile), report);
  },
});

interface MayBeDefault {
  readonly defaultSpan: Span | undefined;
}

function tell(what: string, all: readonly MayBeDefault[], report: ReportOf<{ what: string }>): void {
  const [first, ...others] = all.flatMap(({ defaultSpan }) => defaultSpan ?? []);
  for (const span of others) {
    const related = first === undefined ? [] : [{ span: first, message: "The other one is here." }];
    report({ what }, { span, related });
  }
}
