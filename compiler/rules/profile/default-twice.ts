import { defineDiagnostic, diagnose, type Report } from "../../diagnostics/diagnostic.ts";
import { everyServer } from "../../model/every-server.ts";
import type { Model } from "../../model/model.ts";
import { isProfile } from "../../model/servers-on-hub.ts";
import type { Span } from "../../text/span.ts";
import type { Rule } from "../rule.ts";

const definition = defineDiagnostic<{ what: string }>({
  code: "profile/default-twice",
  severity: "error",
  title: "Two defaults",
  why: "What starts where a person chooses nothing can be one profile only, and one size in it.",
  message: ({ what }) => `Another ${what} is the default already: keep one.`,
});

/** One profile of a hub is the default, and one size of a server. */
export const defaultTwice: Rule = {
  judges: "parts",
  diagnostics: [definition],
  check: checkDefaults,
};

interface MayBeDefault {
  readonly defaultSpan: Span | undefined;
}

function checkDefaults(model: Model, report: Report): void {
  for (const { choices } of everyServer(model)) tell("size", choices.sizes, report);
  // Each stage has the hub's profiles once more.
  for (const { permanent } of model.releases) tell("profile", permanent.filter(isProfile), report);
}

function tell(what: string, all: readonly MayBeDefault[], report: Report): void {
  const [first, ...others] = all.flatMap(({ defaultSpan }) => defaultSpan ?? []);
  for (const span of others) {
    const related = first === undefined ? [] : [{ span: first, message: "The other one is here." }];
    report(diagnose(definition, { what }, { span, related }));
  }
}
