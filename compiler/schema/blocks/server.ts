// What a person's server is made of, wherever that is said: in a course, in a profile, or in a hub itself.

import { defineBlock, setting } from "../block.ts";
import { rangeOf } from "../values/compounds.ts";
import { bytes, cpu } from "../values/quantities.ts";
import { codeOrSecret, referencesTo, referenceTo } from "../values/references.ts";
import { count, title, truth } from "../values/scalars.ts";
import { appOrAddress } from "../values/server-page.ts";

/** Guarantee and limit. */
export const amounts = {
  memory: setting({
    type: rangeOf(bytes),
    doc: "Memory of a person's server: guarantee .. limit.",
    example: "1GiB .. 2GiB",
    defaultDoc: "1GiB guaranteed, no limit",
  }),
  cpu: setting({
    type: rangeOf(cpu),
    doc: "Cores of a person's server: guarantee .. limit.",
    example: "0.05 .. 2",
    defaultDoc: "no guarantee, no limit",
  }),
} as const;

/** Where servers run. */
export const place = {
  pool: setting({
    type: referenceTo("pool"),
    doc: "The pool that its servers run on.",
    example: "berkeley.users",
    defaultDoc: "the provider's only pool that is not `core`",
  }),
} as const;

export const gpu = setting({
  type: count,
  doc: "GPUs of a person's server.",
  example: "1",
  defaultDoc: "none",
  grant: "gpu",
});

/** Images between which a person chooses. */
export const imageChoices = {
  images: setting({
    type: referencesTo("image"),
    doc: "Images between which a person chooses when the server starts, by their titles. The usual one is `image`, else the first.",
    example: "[data8, other]",
    defaultDoc: "`image` alone",
  }),
  "any-image": setting({
    type: truth,
    doc: "A person may type the name of another image, with its tag.",
    example: "true",
    default: false,
    grant: "any-image",
  }),
} as const;

export const size = defineBlock({
  name: "size",
  doc: "A size that a person may choose when the server starts. What it does not say is as the server has it.",
  settings: {
    title: setting({ type: title, doc: "As the form shows it.", example: '"8 GB"', defaultDoc: "its name" }),
    ...amounts,
    ...place,
    default: setting({
      type: truth,
      doc: "It is chosen unless a person chooses another.",
      example: "true",
      defaultDoc: "`true` for the first, where none says so",
    }),
    for: setting({
      type: referencesTo("group"),
      doc: "Groups whose members may choose it.",
      example: "data8-staff",
      defaultDoc: "all who get the server",
    }),
  },
});

export const sizes = {
  size: {
    label: "name",
    schema: size,
    doc: size.doc,
    example: 'size large {\n  title = "8 GB"\n  memory = 7GiB .. 8GiB\n}',
  },
} as const;

const environment = defineBlock({
  name: "environment",
  doc: "Environment variables of every server.",
  settings: {},
  anySetting: setting({ type: codeOrSecret, doc: "The variable's value.", example: '"America/Los_Angeles"' }),
});

export const variables = {
  environment: {
    label: "none",
    schema: environment,
    doc: environment.doc,
    example: 'environment { TZ = "America/Los_Angeles" }',
  },
} as const;

/** What servers open in, where there are no links that do. */
export const openWith = setting({
  type: appOrAddress,
  doc: 'What a server opens in: an app, or an address in the server, such as `"/lab/tree/README.md"`.',
  example: '"/lab/tree/README.md"',
  default: "lab",
});

export const peak = setting({
  type: count,
  doc: "How many people work at the same time.",
  example: "300",
  defaultDoc: "not counted",
});
