// Groups that JupyterHub's own admin page fills beside their lists: what the hub is told, and what people read of them.

import { load } from "js-yaml";
import { expect, test } from "vitest";
import { compile } from "../../../compiler/compile.ts";
import { whoMayWhat } from "../../../compiler/service/who.ts";
import { whoText } from "../../../compiler/service/who-text.ts";
import { checkedDate } from "../../../compiler/text/calendar.ts";
import { createSourceFile } from "../../../compiler/text/source-file.ts";
import { errorCodes, programOf } from "../../support/programs.ts";
import { modelOf, smallProgram } from "../../support/small-program.ts";

const lab = 'group lab {\n  members = ["ada"]\n  admin-page = true\n}\n';
const course = "  roster = lab\n  staff = ta";
const text = smallProgram({ course, more: `${lab}group ta { members = ["bob"] }\n` });

test("the hub keeps who is in it, in the group and in the roster that names it", () => {
  const on = checkedDate("2026-10-05") ?? expect.fail("no day");
  const { files } = compile({ files: [createSourceFile("p.hub", text)], assets: new Map() }, { on });
  const values = files.find(({ path }) => path.endsWith("/values.yaml"))?.text ?? expect.fail("no values");
  expect(load(values)).toMatchObject({
    custom: {
      hubc: {
        groups: {
          lab: { members: ["ada"], sources: ["lab"] },
          "hubc:course:c": { members: ["ada"], sources: ["lab"] },
          ta: { members: ["bob"] },
        },
      },
    },
  });
});

test("pages and `hubc who` say so", () => {
  const model = modelOf(text);
  const words = whoText({ releases: whoMayWhat(model), external: [] }).replace(/\s+/g, " ");
  expect(words).toContain("lab is ada and whoever is added on the hub's admin page");
});

test("it can't stand beside a group that comes from sign-in", () => {
  const signedIn = 'group org {\n  from github { organization = "campus" }\n}\n';
  expect(errorCodes(programOf(text + signedIn))).toEqual(["group/admin-page-and-sign-in"]);
  expect(errorCodes(programOf(text))).toEqual([]);
});
