// Settings of a hub that somebody else runs.

import { setting } from "../block.ts";
import { listOf } from "../values/compounds.ts";
import { textType, truth } from "../values/scalars.ts";
import { app } from "./course-material.ts";

const basePath = textType({
  name: "path of an address",
  expected: 'a path, such as `"/jupyter"`',
  what: "a path: it begins with `/`, and holds letters, digits, `.`, `_`, `~` and `-` between single `/`",
  accepts: (value) => /^(?:\/[A-Za-z0-9._~-]+)+\/?$/.test(value),
});

/** What a program says of a hub that somebody else runs, beside its address. A stage has none of it. */
export const elsewhere = {
  external: setting({
    type: truth,
    doc: "Somebody else runs it. Courses on it have checks, images, links, pages, books, sites and grading; nothing is written for the hub itself, so it needs no `provider`, `homes` and `auth`, and can have no other setting than `domain`, `base-url`, `apps` and `contact`.",
    example: "true",
    default: false,
  }),
  "base-url": setting({
    type: basePath,
    doc: "The path under which an external hub answers. A hub of the program's own has `hub.baseUrl` in its `values`.",
    example: '"/jupyter"',
    defaultDoc: "none: it answers at the top of its `domain`",
  }),
  apps: setting({
    type: listOf(app),
    doc: "What servers of an external hub can open, where a course names no `image`: `open-with` and links are checked against it.",
    example: "[lab, rstudio]",
    defaultDoc: "nobody checks them",
  }),
} as const;
