// What `expect` may hold a program against: what one person gets on a hub on a date, and what the hub or the course costs. The names are
// those of conditions in `require`; each has a type, as settings have.

import { defineBlock, nested, setting } from "../block.ts";
import { listOf } from "../values/compounds.ts";
import { feature } from "../values/feature.ts";
import { bytes, cpu, openRangeOf } from "../values/quantities.ts";
import { referencesTo, referenceTo } from "../values/references.ts";
import { count, numberType, text, truth } from "../values/scalars.ts";
import { appOrAddress } from "../values/server-page.ts";

const money = numberType({ name: "number", whole: false, from: 0 });

/** A folder that a server mounts. */
export const mountFacts = defineBlock({
  name: "mount",
  doc: "A folder that the server mounts, the home among them.",
  settings: {
    path: setting({ type: text, doc: "Where it is in the server.", example: '"/home/jovyan/shared"' }),
    storage: setting({ type: referenceTo("storage"), doc: "The storage that it is on.", example: "homes" }),
    folder: setting({
      type: text,
      doc: "The folder of the storage. `{username}` stands for the person.",
      example: '"_shared/data8/data"',
    }),
    "read-only": setting({ type: truth, doc: "The person can't write in it.", example: "true" }),
  },
});

/** Variables by name. */
export const environmentFacts = defineBlock({
  name: "environment",
  doc: "Variables of the server.",
  settings: {},
  anySetting: { type: text, doc: "Its value; of a secret, `secret(…)` and its path.", example: '"data8"' },
});

/** The person's server. */
export const serverFacts = defineBlock({
  name: "server",
  doc: "The server that the person starts: that of `course`, else the only one that is theirs, else the hub's default.",
  settings: {
    image: setting({ type: referenceTo("image"), doc: "Its image.", example: "data8" }),
    memory: setting({ type: openRangeOf(bytes), doc: "Guarantee and limit.", example: "1GiB .. 2GiB" }),
    cpu: setting({ type: openRangeOf(cpu), doc: "Guarantee and limit.", example: "0.05 .. 2" }),
    gpu: setting({ type: count, doc: "How many GPUs.", example: "0" }),
    pool: setting({ type: referenceTo("pool"), doc: "The pool that it runs on.", example: "berkeley.users" }),
    "open-with": setting({ type: appOrAddress, doc: "What it opens with.", example: "lab" }),
    packages: setting({
      type: listOf(text),
      doc: "Names of the packages that its image lists or takes over, of conda, pip, apt and CRAN. What a base brings beside is not known.",
      example: '["otter-grader"]',
    }),
    provides: setting({
      type: listOf(feature),
      doc: "What its image surely provides, as `needs` of a course names it.",
      example: "[nbgitpuller]",
    }),
    sizes: setting({ type: listOf(text), doc: "Sizes that the person may choose between.", example: '["large"]' }),
  },
  blocks: {
    mount: nested(mountFacts, "", { label: "text" }),
    environment: nested(environmentFacts, ""),
  },
});

/** What nodes cost. */
export const costFacts = defineBlock({
  name: "cost",
  doc: "What the nodes are estimated to cost, as `hubc capacity` says it: of the hub, or the course's share of it.",
  settings: {
    month: setting({ type: money, doc: "A mean month.", example: "400" }),
    term: setting({ type: money, doc: "From the first day of the courses to the last.", example: "1600" }),
    currency: setting({ type: text, doc: "The currency of both.", example: '"USD"' }),
  },
});

/** All that a condition of `expect` may name. */
export const facts = defineBlock({
  name: "expect",
  doc: "What one person gets on a hub on a date, and what the hub or the course costs.",
  settings: {
    "may-enter": setting({ type: truth, doc: "The person may sign in to the hub.", example: "true" }),
    "is-admin": setting({ type: truth, doc: "The person is admin of the hub.", example: "false" }),
    courses: setting({
      type: referencesTo("course"),
      doc: "Courses whose server the person may start.",
      example: "data8",
    }),
    profiles: setting({ type: listOf(text), doc: "Profiles that the person may choose.", example: '["gpu"]' }),
    reaches: setting({
      type: referencesTo("course"),
      doc: "Courses whose people's servers the person may enter.",
      example: "data8",
    }),
    "reaches-groups": setting({
      type: referencesTo("group"),
      doc: "Groups whose members' servers the person may enter.",
      example: "data8-students",
    }),
    starts: setting({
      type: listOf(text),
      doc: "Shared accounts that the person may start and enter.",
      example: '["team-a"]',
    }),
    fits: setting({
      type: truth,
      doc: "The pools hold everybody who works at once: of the hub, or of the course.",
      example: "true",
    }),
    nodes: setting({ type: count, doc: "Nodes for people on the fullest days.", example: "12" }),
  },
  blocks: {
    server: nested(serverFacts, ""),
    cost: nested(costFacts, ""),
  },
});
