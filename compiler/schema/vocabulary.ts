// The whole vocabulary: what each kind of declaration may say. Checking, docs and completion derive from it.

import type { DeclarationKind } from "../syntax/tokens.ts";
import type { BlockSchema } from "./block.ts";
import { course } from "./blocks/course.ts";
import { expectation } from "./blocks/expect.ts";
import { group } from "./blocks/group.ts";
import { hub } from "./blocks/hub.ts";
import { image } from "./blocks/image.ts";
import { machine } from "./blocks/machine.ts";
import { policy } from "./blocks/policy.ts";
import { project } from "./blocks/project.ts";
import { provider } from "./blocks/provider.ts";
import { storage } from "./blocks/storage.ts";

export interface KindSchema {
  readonly kind: DeclarationKind;
  readonly doc: string;
  /** One schema, or one for each variant. */
  readonly schema?: BlockSchema;
  readonly variants?: Readonly<Record<string, BlockSchema>>;
  /** Its name becomes a name in a cluster. */
  readonly clusterName: boolean;
  /** May be declared as a numbered family. */
  readonly family: boolean;
}

const governed = ["provider", "storage", "image", "group", "course", "hub"];

export const vocabulary: readonly KindSchema[] = [
  { kind: "project", doc: project.doc, schema: project, clusterName: false, family: false },
  {
    kind: "provider",
    doc: "A cluster and its pools of machines.",
    variants: provider,
    clusterName: true,
    family: false,
  },
  { kind: "storage", doc: "A place where work persists.", variants: storage, clusterName: true, family: false },
  { kind: "image", doc: image.doc, schema: image, clusterName: true, family: false },
  { kind: "group", doc: group.doc, schema: group, clusterName: false, family: true },
  { kind: "course", doc: course.doc, schema: course, clusterName: true, family: true },
  { kind: "hub", doc: hub.doc, schema: hub, clusterName: true, family: true },
  {
    kind: "policy",
    doc: policy.doc,
    variants: Object.fromEntries(governed.map((kind) => [kind, policy])),
    clusterName: false,
    family: false,
  },
  { kind: "expect", doc: expectation.doc, schema: expectation, clusterName: false, family: false },
  { kind: "machine", doc: machine.doc, schema: machine, clusterName: false, family: false },
];

/** What a kind may say. */
export function kindSchema(kind: string): KindSchema | undefined {
  return vocabulary.find((entry) => entry.kind === kind);
}
