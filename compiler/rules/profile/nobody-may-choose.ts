import { mayHoldSomebody } from "../../model/entry.ts";
import { everyServer, serverWords } from "../../model/server.ts";
import type { Sourced } from "../../model/sourced.ts";
import { defineRule } from "../rule.ts";

/** Profiles and sizes are for groups that somebody is in, or may be. */
export const nobodyMayChoose = defineRule<{ what: string; groups: readonly string[] }>({
  code: "profile/nobody-may-choose",
  severity: "warning",
  title: "A choice that nobody has",
  why: "What is for some groups is for their members, and for admins. Where the groups can hold nobody, the choice is there for nothing.",
  message: ({ what, groups }) =>
    `Nobody may choose ${what}: nobody is in ${groups.map((name) => `\`${name}\``).join(" or ")}.`,
  judges: "parts",
  check: (model, report) => {
    const people = new Map(model.groups.map((group) => [group.name, group]));
    const isEmpty = (names: readonly Sourced<string>[]) =>
      names.length > 0 && names.every(({ value }) => !mayHoldSomebody(people.get(value) ?? nobody));
    const tell = (what: string, names: readonly Sourced<string>[]) => {
      const [first] = names;
      if (first === undefined || !isEmpty(names)) return;
      report({ what, groups: names.map(({ value }) => value) }, { span: first.span });
    };
    for (const server of everyServer(model)) {
      if (server.of === "profile") tell(serverWords(server), server.roster);
      for (const { name, groups } of server.choices.sizes) tell(`size \`${name}\``, groups);
    }
  },
});

const nobody = { members: [], secretMembers: [], sources: [] };
