// All facts that the conditions of an expectation may name, in one situation: of one person, on one release, on the model's date.

import type { PersonAccess } from "../access/person-access.ts";
import type { Model } from "../model/model.ts";
import { facts as schema } from "../schema/blocks/facts.ts";
import type { ConditionNode } from "../syntax/tree.ts";
import { costBlock, putCapacity } from "./capacity-facts.ts";
import { type Facts, factBlock, gathering, type Reason } from "./fact-block.ts";
import { names } from "./named-facts.ts";
import { putPerson } from "./person-facts.ts";

export interface Situation {
  readonly access: PersonAccess;
  readonly model: Model;
  readonly course: string | undefined;
}

/** `conditions`: those that will be asked. Nodes and costs are worked out only where one of them names them. */
export function factsOf({ access, model, course }: Situation, conditions: readonly ConditionNode[]): Facts {
  const { release } = access;
  const reasons = new Map<string, Reason>();
  const to = gathering("", reasons);
  const blocks = [...putPerson(to, { access, model, course })];
  const asks = (...wanted: readonly string[]) => conditions.some((one) => names(one, ...wanted));
  const of = { model, hub: release.hub, course };
  if (asks("fits", "nodes")) putCapacity(to, of);
  if (asks("cost")) blocks.push(...costBlock(of, reasons));
  return { block: factBlock(schema, to, { key: "expect", span: release.span, blocks }), reasons };
}
