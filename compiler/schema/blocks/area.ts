// A folder of the project that others than the operators write in, and what the operators open to it.

import { defineBlock, setting } from "../block.ts";
import { grants } from "../grants.ts";
import { listOf } from "../values/compounds.ts";
import { referencesTo } from "../values/references.ts";
import { choice, textType } from "../values/scalars.ts";
import { sources } from "./group.ts";

const folder = textType({
  name: "folder of the project",
  expected: 'a folder of the project, such as `"courses/data8"`',
  what: "a folder of the project, by its path from the project's folder: names of letters, digits, `.`, `_` and `-`, joined by `/`, none of which begins with a dot",
  accepts: (value) => /^[A-Za-z0-9_-][A-Za-z0-9._-]*(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/.test(value),
});

/** An owner as GitHub's and GitLab's CODEOWNERS name one: `@person`, `@organization/team`, or an address. */
export const owner = textType({
  name: "owner",
  expected: 'an owner, such as `"@campus/data8"`',
  what: "an owner as a CODEOWNERS file names one: `@person`, `@organization/team`, or an e-mail address",
  accepts: (value) =>
    /^@[A-Za-z0-9_][A-Za-z0-9_.-]*(?:\/[A-Za-z0-9_][A-Za-z0-9_.-]*)*$/.test(value) ||
    /^[^\s@"#\\<>]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$/.test(value),
});

const opened = (kind: string, doc: string, example: string) =>
  setting({ type: referencesTo(kind), doc, example, defaultDoc: "none" });

export const area = defineBlock({
  name: "area",
  doc: "A folder whose declarations are a course's people's, and what the operators open to it. Everything outside of areas is the operators'.",
  settings: {
    folder: setting({
      type: folder,
      doc: "Every `.hub` file in it and below it belongs to the area.",
      example: '"courses/data8"',
      required: true,
    }),
    owners: setting({
      type: listOf(owner),
      doc: "Who reviews changes of the folder: what CODEOWNERS says.",
      example: '["@campus/data8"]',
      required: true,
    }),
    hubs: opened("hub", "The hubs that its courses may run on.", "datahub"),
    groups: opened("group", "Groups of others that its courses may name as `staff` or `roster`.", "data8-students"),
    images: opened("image", "Images of others that it may use and extend.", "other"),
    storages: opened("storage", "Storages that its shared folders and its grading may be kept on.", "archive"),
    pools: opened("pool", "Pools that its courses may name.", "berkeley.users"),
    grants: setting({
      type: listOf(choice(...grants)),
      doc: "What else it may do: `scopes` (`may` of groups), `workspaces`, `sizes` (`memory` and `cpu` of groups), `people` (rosters of anybody), `root` (`user`, `dockerfile` and files among the system's), `variables` that decide what programs load, `mounts` outside the home, `gpu`, `allowances` of errors, `any-image`.",
      example: "[gpu, workspaces]",
      defaultDoc: "none",
    }),
  },
  blocks: {
    from: {
      label: "variant",
      variants: sources,
      many: true,
      doc: "Where its groups may take people from at sign-in: the same as a group's `from`, or less narrow.",
      example: "from canvas { course = 1524699 }",
    },
  },
});
