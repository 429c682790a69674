// What can be wrong with a policy, and what it finds.

import { defineDiagnostic } from "../diagnostics/diagnostic.ts";
import { firstOf } from "../text/and-list.ts";

export const broken = defineDiagnostic<{
  kind: string;
  names: readonly string[];
  policy: string;
  requires: string;
  /** What decided it, as a clause: "`memory.to` is `16GiB`". */
  cause: string;
  /** Stages and windows in which it is so; none where it always is. */
  where: readonly string[];
  message: string | undefined;
}>({
  code: "policy/broken",
  title: "A declaration that breaks a policy",
  why: "Whoever runs the hubs decided that this may not be. Change the setting, or ask for the declaration to be put into the policy's `except`.",
  message: ({ kind, names, policy, requires, cause, where, message }) => {
    const of = `${kind} ${firstOf(
      names.map((name) => `\`${name}\``),
      3,
    )}`;
    const said = message === undefined ? "" : ` ${message}`;
    const place = where.length > 0 ? ` ${firstOf(where, 3)}` : "";
    return `${cause}${place}: policy \`${policy}\` requires \`${requires}\` of ${of}.${said}`;
  },
});

export const unknownInCondition = defineDiagnostic<{
  name: string;
  of: string;
  suggestion: string | undefined;
  /** All names that it has, where they are few. */
  names: readonly string[];
}>({
  code: "policy/unknown-setting",
  title: "A condition on a setting that does not exist",
  why: "What is not set makes a comparison false, so a misspelt name would break the policy everywhere, or nowhere.",
  message: ({ name, of, suggestion, names }) => {
    if (suggestion !== undefined) return `${of} has no \`${name}\`: did you mean \`${suggestion}\`?`;
    const few =
      names.length === 0 || names.length > mostNames ? "" : `; it has ${names.map((one) => `\`${one}\``).join(", ")}`;
    return `${of} has no \`${name}\`${few}.`;
  },
});

const mostNames = 14;

export const variableOver = defineDiagnostic<{ name: string; joined: string }>({
  code: "policy/variable-over",
  title: "A variable of `all` or `any` after its condition",
  why: "What follows `all x in list:` or `any x in list:` is one comparison, or a condition in brackets; after `and` and `or` another one begins, which knows nothing of the variable.",
  message: ({ name, joined }) =>
    `\`${name}\` stands for an item only up to the \`${joined}\` before this: put all that is asked of it into brackets, \`${name} in …: (… ${joined} …)\`.`,
});

export const notReadable = defineDiagnostic<{ name: string; why: string }>({
  code: "policy/not-readable",
  title: "A part of a declaration that a condition can't look into",
  why: "Stages and windows are not looked into, since every condition is checked in each of them anyhow. Pieces of values, configuration and Python are not read by the vocabulary.",
  message: ({ name, why }) => `A condition can't look into \`${name}\`: ${why}.`,
});

export const severalBlocks = defineDiagnostic<{ name: string; rest: string }>({
  code: "policy/several-blocks",
  title: "A condition on blocks of which there may be several",
  why: "A provider has several pools, and nothing says whether all of them or any of them must be so.",
  message: ({ name, rest }) =>
    `There may be several \`${name}\`: write \`all one in ${name}: one${rest} …\`, or \`any one in ${name}: …\`.`,
});

export const notComparable = defineDiagnostic<{ what: string; why: string }>({
  code: "policy/not-comparable",
  title: "A condition that makes no sense for its setting",
  why: "Only what has an order can be below or above, only texts match a pattern, and only lists and ranges hold something.",
  message: ({ what, why }) => `${what}: ${why}.`,
});

export const noSetting = defineDiagnostic({
  code: "policy/no-setting",
  title: "A condition on nothing",
  why: "A condition that names no setting holds or fails for every declaration alike, whatever it says.",
  message: () => "This condition names no setting of the declaration that it is about.",
});

export const badPattern = defineDiagnostic<{ problem: string }>({
  code: "policy/bad-pattern",
  title: "A pattern that can't be read",
  why: "Patterns hold what can be matched in one go over a text: signs, `.`, `[a-z]`, groups, `|`, and how often. They have no anchors, since they are for the whole text, and look neither ahead nor back.",
  message: ({ problem }) => `This pattern can't be read: ${problem}.`,
});
