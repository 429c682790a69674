import { asFarAsKnown } from "../../model/as-far-as-known.ts";
import type { Pool, Provider } from "../../model/provider.ts";
import { defineRule, type ReportOf } from "../rule.ts";

interface Parameters {
  readonly pool: string;
  readonly other: string;
  readonly label: string;
  readonly core: boolean;
}

/** No node has the labels of two pools. */
export const sameNodes = defineRule<Parameters>({
  code: "provider/same-nodes",
  severity: "warning",
  title: "Two pools with the same nodes",
  why: "A pool of a cluster that exists is the nodes with its label. Where one pool's label is also on the nodes of another, servers of the one come up on nodes of the other, nodes are counted twice, and the scripts that label and taint the nodes of one pool change those of the other.",
  message: ({ pool, other, label, core }) =>
    `Nodes of pool \`${other}\` have the label \`${label}\` too, so that pool \`${pool}\` takes them${core ? ", and the taint that keeps all but people's servers off its nodes keeps the hub's own pods from theirs" : ""}: give each pool a label that no node of the other has, or make one pool of them.`,
  check: ({ providers }, report) => {
    for (const provider of providers) asFarAsKnown(() => checkProvider(provider, report));
  },
});

function checkProvider({ pools }: Provider, report: ReportOf<Parameters>): void {
  for (const [i, pool] of pools.entries()) {
    // Of two with the same label, the later one is reported.
    const other = pools.find((one, at) => at !== i && takes(pool, one) && (at < i || !takes(one, pool)));
    if (other === undefined || pool.label === undefined || other.label === undefined) continue;
    const words = { pool: pool.name, other: other.name, label: pool.label.value, core: other.core || pool.core };
    const related = [{ span: other.label.span, message: "The other pool's label." }];
    report(words, { span: pool.label.span, related });
  }
}

/** Has a node with the labels of `other` those of `pool`? */
function takes(pool: Pool, other: Pool): boolean {
  if (pool.label === undefined || other.label === undefined) return false;
  const there = new Set(labelsOf(other.label.value));
  return labelsOf(pool.label.value).every((label) => there.has(label));
}

/** `a=b, c=d` */
function labelsOf(label: string): readonly string[] {
  return label.split(",").map((one) => one.trim());
}
