import { defineDiagnostic, diagnose, type Report } from "../../diagnostics/diagnostic.ts";
import { nameIn } from "../../model/entry.ts";
import { type FinalSignIn, finalTrait, placeOfTrait } from "../../model/final-sign-in.ts";
import { pythonMatch } from "../../policy/python-match.ts";
import { namedPeople } from "./usernames.ts";

export const usernamePattern = defineDiagnostic<{ name: string; as: string; pattern: string }>({
  code: "hub/username-pattern",
  title: "Somebody whose name the hub's pattern of usernames refuses",
  why: "JupyterHub holds every name of its lists against `username_pattern` when it starts, and ends with an error at the first that doesn't match (jupyterhub 5.5, app.py, init_users): the hub is down for everybody.",
  message: ({ name, as, pattern }) =>
    `\`${name}\` is ${as}, and \`username_pattern\` \`${pattern}\` refuses that name, so that the hub does not start: widen the pattern, or take the name away.`,
});

/** Names are matched from their start, in the form in which the hub compares them. */
export function checkPattern(final: FinalSignIn, report: Report): void {
  const text = finalTrait(final, "username_pattern");
  if (typeof text !== "string" || finalTrait(final, "username_map") !== undefined) return;
  const matches = pythonMatch(text);
  const place = placeOfTrait(final, "username_pattern");
  if (matches === undefined) return;
  for (const { name, as } of namedPeople(final)) {
    if (matches(nameIn(final.release, name.value))) continue;
    const related = place && [{ span: place, message: "The pattern is given here." }];
    report(
      diagnose(
        usernamePattern,
        { name: name.value, as, pattern: text },
        { span: name.span, ...(related && { related }) },
      ),
    );
  }
}
