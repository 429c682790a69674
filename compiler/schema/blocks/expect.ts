import { defineBlock, setting } from "../block.ts";
import type { ValueType } from "../value-type.ts";
import { rangeOf } from "../values/compounds.ts";
import { condition } from "../values/condition.ts";
import { date } from "../values/moments.ts";
import { referencesTo, referenceTo } from "../values/references.ts";
import { prose, text, wrong } from "../values/scalars.ts";

/** A stage by its name; whether the hub has it is decided where the hub is known. */
const stageName: ValueType<string> = {
  name: "stage",
  expected: "the name of a stage",
  shape: { kind: "scalar" },
  read: (node, reader) =>
    node.kind === "path" && node.names.length === 1 && node.index === undefined
      ? (node.names[0]?.text ?? "")
      : wrong(node, reader, stageName.expected),
  print: (value) => value,
};

export const expectation = defineBlock({
  name: "expect",
  doc: "Facts that must hold of what people get on a hub. `hubc test` checks them.",
  settings: {
    require: setting({
      type: condition,
      doc: "A condition over what the person gets and what it costs, or a list of them.",
      example: "server.memory.to >= 2GiB",
      required: true,
    }),
    course: setting({
      type: referenceTo("course"),
      doc: "The course that it is about: its hub, its days, its server, its share of the cost and, where nobody is named, its students.",
      example: "data8",
    }),
    hub: setting({
      type: referenceTo("hub"),
      doc: "The hub that it is about.",
      example: "datahub",
      defaultDoc: "that of the course, else the project's only hub",
    }),
    person: setting({ type: text, doc: "Somebody by their username.", example: '"oski"' }),
    group: setting({
      type: referencesTo("group"),
      doc: "Somebody who is in this group, or in all of these, and in no other.",
      example: "data8-staff",
      defaultDoc: "with `course`, each of its roster's groups; else somebody in no group",
    }),
    stage: setting({ type: stageName, doc: "Only this stage of the hub.", example: "prod", defaultDoc: "every stage" }),
    on: setting({
      type: rangeOf(date),
      doc: "Only this day, or these days.",
      example: "2026-10-16",
      defaultDoc: "with `course`, all days of its term and grace; else every day",
    }),
    message: setting({ type: prose, doc: "What to tell who breaks it.", example: '"Ask the DataHub team first."' }),
  },
});
