// A `machine` block to the model.

import type { Declaration } from "../names/bind.ts";
import { machine as schema } from "../schema/blocks/machine.ts";
import { type Block, valueIn } from "./block.ts";
import { required } from "./build-parts.ts";
import type { Machine } from "./provider.ts";
import { derived } from "./sourced.ts";

export function buildMachine(declaration: Declaration, block: Block): Machine {
  const { settings } = schema;
  return {
    name: declaration.name,
    span: block.span,
    doc: block.doc,
    type: valueIn(block, settings.type) ?? derived(declaration.name, block.span, block.by),
    memory: required(valueIn(block, settings.memory), 0, block),
    cpu: required(valueIn(block, settings.cpu), 0, block),
    gpu: required(valueIn(block, settings.gpu), 0, block),
    pods: valueIn(block, settings.pods),
    price: valueIn(block, settings.price),
    currency: valueIn(block, settings.currency),
    priceDate: valueIn(block, settings["price-date"]),
  };
}
