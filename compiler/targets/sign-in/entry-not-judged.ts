import { defineDiagnostic, diagnose, type Report } from "../../diagnostics/diagnostic.ts";
import { decidingHooks } from "../../knowledge/entry-traits.ts";
import { nameToday } from "../../knowledge/sign-in-classes.ts";
import { bearingTraits } from "../../model/entry.ts";
import type { FinalSignIn } from "../../model/final-sign-in.ts";
import type { Span } from "../../text/span.ts";

export const entryNotJudged = defineDiagnostic<{
  trait: string | undefined;
  isHook: boolean;
  className: string | undefined;
}>({
  code: "hub/entry-not-judged",
  severity: "warning",
  title: "Code that may change who may enter",
  why: "What Python sets to plain values is read, and judged with the rest. What it works out only when the hub runs, such as the lines of a file or what a function does with the configuration, nobody can say before: more people may enter than this program says, or fewer.",
  message: ({ trait, isHook, className }) => {
    const any = className === undefined ? "any trait" : `any trait of \`${className}\``;
    const what =
      trait === undefined
        ? `This may set ${any} when the hub runs`
        : isHook
          ? `\`${trait}\` is a function that may let people in or keep them out`
          : `\`${trait}\` is worked out when the hub runs`;
    const advice = isHook
      ? "say in the block `auth` who may enter, or look at it with care"
      : 'set traits of the sign-in to plain values, such as `c.Authenticator.blocked_users = {"eve"}`, or say in the block `auth` who may enter';
    return `${what}, so who may enter can't be judged here: ${advice}.`;
  },
});

/** What may let people in, or keep them out, and can't be read; `told`: places of which more is said already. */
export function checkJudged({ python, unread, line }: FinalSignIn, told: readonly Span[], report: Report): void {
  const isTold = (span: Span) => told.some((one) => one.file === span.file && one.start === span.start);
  for (const { className, trait, value, span } of python) {
    const today = nameToday(line, trait);
    if (value !== undefined || !bearingTraits.includes(today) || isTold(span)) continue;
    const isHook = decidingHooks.some((hook) => hook === today);
    report(diagnose(entryNotJudged, { trait: `${className}.${trait}`, isHook, className }, { span }));
  }
  for (const { className, span } of unread)
    if (!isTold(span)) report(diagnose(entryNotJudged, { trait: undefined, isHook: false, className }, { span }));
}
