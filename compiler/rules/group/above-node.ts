import { type Load, loadsOf } from "../../capacity/pool-load.ts";
import type { Group } from "../../model/model.ts";
import type { Release } from "../../model/release.ts";
import { type Server, serversOn, serverWords } from "../../model/server.ts";
import { readableBytes } from "../../output/quantities.ts";
import type { Span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

/** The guarantees that groups add are there on the nodes where their members' servers run. */
export const groupAboveNode = defineRule<{ group: string; asked: string; has: string; pool: string; course: string }>({
  code: "group/above-node",
  title: "A group's servers are larger than a node",
  why: "What a group adds raises the guarantee of its members' servers, in whatever course they start. A server runs on one node, so the guarantee has to fit there; otherwise no server of a member starts. Guarantee less, or take a larger machine.",
  message: ({ group, asked, has, pool, course }) =>
    `Members of \`${group}\` are guaranteed ${asked}, but a node of pool \`${pool}\`, where servers of \`${course}\` run, has ${has} for people: none of theirs starts.`,
  check: (model, report) => {
    for (const release of model.releases) {
      const raising = release.groups.filter(({ memory, cpu }) => memory !== undefined || cpu !== undefined);
      const loads = raising.length > 0 ? loadsOf(release, model) : [];
      for (const group of raising) {
        const found = misfit(group, loads, release);
        if (found === undefined) continue;
        const { load, asked, has, span } = found;
        const parameters = { group: group.name, asked, has, pool: load.pool.name, course: load.server.name };
        report(parameters, { span });
      }
    }
  },
});

interface Misfit {
  readonly load: Load;
  readonly asked: string;
  readonly has: string;
  readonly span: Span;
}

/** Where a member's server doesn't fit: in a course that names the group, or, where none does, in every course of the hub. */
function misfit(group: Group, loads: readonly Load[], release: Release): Misfit | undefined {
  const named = new Set(
    serversOn(release)
      .filter((server) => names(server, group))
      .map(serverWords),
  );
  const relevant = named.size > 0 ? loads.filter(({ server }) => named.has(serverWords(server))) : loads;
  const misfits = relevant.map((load) => tooLittle(group, load));
  if (named.size === 0 && misfits.includes(undefined)) return undefined;
  return misfits.find((misfit) => misfit !== undefined);
}

function names({ staff, roster }: Server, { name }: Group): boolean {
  return [...staff, ...roster].some(({ value }) => value === name);
}

function tooLittle({ memory, cpu }: Group, load: Load): Misfit | undefined {
  const { left } = load.room;
  if (memory !== undefined && memory.value.from > left.memory) {
    const [asked, has] = [readableBytes(memory.value.from), readableBytes(left.memory)];
    return { load, asked, has, span: memory.span };
  }
  if (cpu === undefined || cpu.value.from <= left.cpu) return undefined;
  return { load, asked: `${cpu.value.from} cores`, has: `${left.cpu} cores`, span: cpu.span };
}
