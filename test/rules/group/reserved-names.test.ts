// Names that hubc makes, and those that only shared accounts have.
import { describe, expect, it } from "vitest";
import { compile } from "../../../compiler/compile.ts";
import { checkedDate } from "../../../compiler/text/calendar.ts";
import { createSourceFile } from "../../../compiler/text/source-file.ts";
import { findings, smallProgram } from "../../support/small-program.ts";

const group = (name: string, more = "") => `group ${name} { members = ["${name}-member"]\n${more}\n}\n`;
const codes = (more: string, hub = "") => findings(smallProgram({ hub, more }));

describe("names of hubc's own", () => {
  it.each(["hubc", "hubc-collaboration", "hubc-workspaces", "hubc-grader-c", "HUBC-x", "hubc_x", "course-c"])(
    "are no group's: %s",
    (name) => expect(codes(`group ${name} { members = ["ada"] }\n`)).toEqual(["group/reserved-name"]),
  );

  it.each(["hubcaps", "course-d", "course-c-staff", "course", "c", "workspaces", "my-hubc"])("leave %s alone", (name) =>
    expect(codes(`group ${name} { members = ["ada"] }\n`)).toEqual([]),
  );

  it.each([
    'python { "90-hubc" = "pass" }',
    'python { "hubc" = "pass" }',
    'values { hub.loadRoles.hubc-group-x = { scopes = ["admin:users"]  groups = ["x"] } }',
    'values { singleuser.extraFiles.hubc-jupyter-server.mountPath = "/x" }',
    'values { hub.extraVolumes += [{ name = "hubc-people"  emptyDir = {} }] }',
    'values { singleuser.initContainers += [{ name = "hubc-own-home"  image = "a:1" }] }',
  ])("are not taken by %s", (hub) => expect(codes("", hub)).toEqual(["values/reserved-name"]));

  it.each([
    'python { "80-servers" = "pass" }',
    'values { hub.extraEnv.A = { valueFrom = { secretKeyRef = { name = "hubc-h"  key = "k" } } } }',
    'values { singleuser.extraLabels."hubc.example.edu/x" = "y" }',
  ])("leave %s alone", (hub) => expect(codes("", hub)).toEqual([]));

  it("are what a scope for the people of a course becomes", () => {
    const more = group("ta", 'may = ["list:users!group=course-c"]');
    const text = smallProgram({ course: "staff = ta", more });
    const sources = { files: [createSourceFile("p.hub", text)], assets: new Map<string, string>() };
    const { files } = compile(sources, { on: checkedDate("2026-10-05") ?? 0 });
    const values = files.find(({ path }) => path.endsWith("prod/values.yaml"))?.text ?? "";
    expect(values).toContain("list:users!group=hubc:course:c");
    expect(values).not.toContain("group=course-c");
  });
});

describe("accounts of workspaces", () => {
  const team = (account: string) => group("g", `workspace { account = "${account}" }`);

  it.each(["dean", "ada-lovelace", "shared", "teamwork", "collab"])(
    "are not called as a person may be: %s",
    (account) => expect(codes(team(account))).toEqual(["group/account-prefix"]),
  );

  it.each(["shared-dean", "collab-shared-1", "team-blue"])("are called %s", (account) =>
    expect(codes(team(account))).toEqual([]),
  );

  it("begin as the hub says", () => {
    expect(codes(team("lab-one"), 'account-prefixes = ["lab-"]')).toEqual([]);
    expect(codes(team("lab-one"))).toEqual(["group/account-prefix"]);
  });

  it("are one mistake where they are known to be a person", () =>
    expect(codes(team("g-member"))).toEqual(["group/account-is-a-person"]));

  it("keep people with such names from entering, which is said", () => {
    const lead = 'group lead { members = ["Team-Lead"] }\n';
    expect(codes(team("team-blue") + lead)).toEqual(["group/person-like-account"]);
    expect(codes(team("shared-blue") + lead)).toEqual([]);
    expect(codes(lead, 'account-prefixes = ["team-"]')).toEqual(["group/person-like-account"]);
  });
});
