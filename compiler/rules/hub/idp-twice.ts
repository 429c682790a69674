import type { Sourced } from "../../model/sourced.ts";
import { defineRule } from "../rule.ts";

/** Identity providers have ids of their own, and one of them is the default. */
export const idpTwice = defineRule<{ what: string }>({
  code: "hub/idp-twice",
  title: "Two identity providers that are one",
  why: "CILogon knows a provider by its entity id, and its page has one of them chosen. Two blocks with one id, or two defaults, can't both hold.",
  message: ({ what }) => `Another \`idp\` ${what} already: keep one.`,
  judges: "parts",
  each: "releases",
  check: ({ auth: { idps } }, report) => {
    const tell = (what: string, values: readonly Sourced<unknown>[]) => {
      values.forEach((one, i) => {
        const before = values.slice(0, i).find(({ value }) => value === one.value);
        if (before === undefined) return;
        const related = [{ span: before.span, message: "The other one is here." }];
        report({ what }, { span: one.span, related });
      });
    };
    tell(
      "has this id",
      idps.map(({ id }) => id),
    );
    tell(
      "is the default",
      idps.flatMap(({ isDefault }) => (isDefault?.value === true ? isDefault : [])),
    );
  },
});
