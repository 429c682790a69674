// What a course gives its people beside a server: repositories, folders, its book, its site and its links.

import { defineBlock, setting } from "../block.ts";
import { either, record } from "../values/compounds.ts";
import { branch, mountPath, sharePath } from "../values/forms.ts";
import { referenceTo } from "../values/references.ts";
import { choice, count, truth, url } from "../values/scalars.ts";

const apps = ["lab", "notebook", "rstudio", "vscode", "desktop", "retro"] as const;
/** What a server, or a link, opens in. */
export const app = choice(...apps);

export const content = defineBlock({
  name: "content",
  doc: "A repository of course material and what to open in it.",
  settings: {
    repo: setting({
      type: url,
      doc: "The repository.",
      example: '"https://github.com/data-8/materials-fa26"',
      required: true,
    }),
    branch: setting({
      type: branch,
      doc: "The branch.",
      example: '"main"',
      defaultDoc: "the repository's own default branch",
    }),
    depth: setting({
      type: count,
      doc: "How many commits are fetched; `0` is all of them.",
      example: "1",
      defaultDoc: "nbgitpuller's own, which is 1",
    }),
  },
  blocks: {
    open: {
      label: "none",
      doc: "What a link opens, by name: a path in the repository, or a path and an app.",
      example: 'open { lec01 = "lec/lec01/lec01.ipynb" }',
      schema: defineBlock({
        name: "open",
        doc: "Links, by name.",
        settings: {},
        anySetting: setting({
          type: either(
            sharePath,
            record("a link", { path: sharePath, with: app }, ["path"]),
            (node) => node.kind === "map",
          ),
          doc: "A path in the repository, or `{ path = …, with = lab }`.",
          example: '"lec/lec01/lec01.ipynb"',
        }),
      }),
    },
  },
});

export const shared = defineBlock({
  name: "shared",
  doc: "A folder that all members of the course see.",
  settings: {
    path: setting({
      type: mountPath,
      doc: "Where it appears: under the image's home, or an absolute path.",
      example: '"shared"',
      required: true,
    }),
    "staff-writes": setting({ type: truth, doc: "Staff may write in it.", example: "true", default: true }),
    storage: setting({
      type: referenceTo("storage"),
      doc: "Where it is kept.",
      example: "homes",
      defaultDoc: "the hub's `homes`",
    }),
  },
});

export const textbook = defineBlock({
  name: "textbook",
  doc: "The course's book.",
  settings: {
    repo: setting({ type: url, doc: "Its sources.", example: '"https://github.com/data-8/textbook"' }),
    branch: setting({ type: branch, doc: "The branch of its sources.", example: '"main"', status: "recorded" }),
    builder: setting({
      type: choice("jupyter-book-1", "jupyter-book-2"),
      doc: "What builds it.",
      example: "jupyter-book-2",
      status: "recorded",
    }),
    url: setting({ type: url, doc: "Where it is read.", example: '"https://inferentialthinking.com"' }),
  },
  oneOf: [["url", "repo"]],
});

export const site = defineBlock({
  name: "site",
  doc: "The course's web site.",
  settings: {
    repo: setting({ type: url, doc: "Its sources.", example: '"https://github.com/data-8/fa26"' }),
    url: setting({ type: url, doc: "Where it is read.", example: '"https://www.data8.org/fa26"' }),
  },
  oneOf: [["url", "repo"]],
});

export const links = defineBlock({
  name: "links",
  doc: "Other pages of the course, by name.",
  settings: {},
  anySetting: setting({
    type: url,
    doc: "A page that people of the course need.",
    example: '"https://piazza.com/berkeley/fall2026/data8"',
  }),
});
