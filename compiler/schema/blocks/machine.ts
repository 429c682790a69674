import { defineBlock, setting } from "../block.ts";
import { date } from "../values/moments.ts";
import { bytes, cpu } from "../values/quantities.ts";
import { count, numberType, text } from "../values/scalars.ts";

export const machine = defineBlock({
  name: "machine",
  doc: "A machine type of one's own, or a correction of a known one.",
  settings: {
    type: setting({
      type: text,
      doc: "The type's name, as the provider writes it.",
      example: '"r5.2xlarge"',
      defaultDoc: "the block's own name",
    }),
    memory: setting({ type: bytes, doc: "Its memory.", example: "64GiB", required: true }),
    cpu: setting({ type: cpu, doc: "Its cores.", example: "8", required: true }),
    gpu: setting({ type: count, doc: "Its GPUs.", example: "1", default: 0 }),
    pods: setting({ type: count, doc: "How many pods it holds.", example: "110" }),
    price: setting({
      type: numberType({ name: "number", whole: false, from: 0 }),
      doc: "What an hour costs.",
      example: "0.52",
    }),
    currency: setting({ type: text, doc: "The currency of the price.", example: '"USD"' }),
    "price-date": setting({ type: date, doc: "When the price was seen.", example: "2026-08-01" }),
  },
});
