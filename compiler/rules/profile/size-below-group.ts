import type { Range } from "../../model/model.ts";
import { everyServer, inSize } from "../../model/server.ts";
import { defineRule } from "../rule.ts";

/** A size is more than what the groups of all who may choose it get anyway. */
export const sizeBelowGroup = defineRule<{ size: string; group: string }>({
  code: "profile/size-below-group",
  severity: "warning",
  title: "A size that a group raises anyway",
  why: "What a group adds raises the servers of its members to at least that, whatever they choose. A size below it is none for them.",
  message: ({ size, group }) =>
    `Whoever may choose size \`${size}\` is in \`${group}\`, whose members get more in any case.`,
  judges: "parts",
  check: (model, report) => {
    const groups = new Map(model.groups.map((group) => [group.name, group]));
    for (const server of everyServer(model)) {
      for (const size of server.choices.sizes) {
        const named = size.groups.length > 0 ? size.groups : [...server.roster, ...server.staff];
        const raising = named.map(({ value }) => groups.get(value));
        const { memory } = inSize(server, size);
        const [first] = raising;
        if (size.memory === undefined || memory === undefined || first === undefined) continue;
        if (server.roster.length + size.groups.length === 0) continue;
        if (!raising.every((group) => group?.memory !== undefined && isBelow(memory.value, group.memory.value)))
          continue;
        const related = [{ span: first.memory?.span ?? first.span, message: "What its members get at least." }];
        report({ size: size.name, group: first.name }, { span: size.memory.span, related });
      }
    }
  },
});

function isBelow(size: Range<number>, least: Range<number>): boolean {
  return size.to <= least.from;
}
