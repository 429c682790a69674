import { expect, test } from "vitest";
import { whoMayWhat } from "../../compiler/service/who.ts";
import { whoText } from "../../compiler/service/who-text.ts";
import { checkProgram, programOf } from "../support/programs.ts";
import { smallProgram } from "../support/small-program.ts";

function said(admins: string, domains = '"campus.edu"'): string {
  const google = `auth google {\n    hosted-domains = [${domains}]\n    client-id     = secret("google/client-id")`;
  const text = smallProgram({ hub: `  admins = [${admins}]` })
    .replace('auth github {\n    client-id     = secret("github/client-id")', google)
    .replace('allow { people = ["ada"] }', "");
  const { model } = checkProgram(programOf(text), { on: "2026-10-05" });
  return whoText({ releases: whoMayWhat(model ?? expect.fail("no model")), external: [] }).replace(/\s+/g, " ");
}

const outside = "can't sign in, whatever else is said: the sign-in lets in only campus.edu.";

test("says whom the sign-in's own domains keep out", () => {
  expect(said('"ada", "eve@gmail.com"')).toContain(`eve@gmail.com ${outside}`);
});

test("and says nothing of a domain that may be the institution's second one", () => {
  expect(said('"ada"')).not.toContain("can't sign in");
  expect(said('"ada", "eve@campus.org"')).not.toContain("can't sign in");
  expect(said('"ada@law.campus.edu"', '"campus.edu"')).not.toContain("can't sign in");
});

test("says who becomes somebody else by configuration", () => {
  const hub = '  admins = ["prof"]\n  config { Authenticator.username_map.eve = "prof" }';
  const { model } = checkProgram(programOf(smallProgram({ hub })), { on: "2026-10-05" });
  const words = whoText({ releases: whoMayWhat(model ?? expect.fail("no model")), external: [] }).replace(/\s+/g, " ");
  expect(words).toContain("Whoever signs in as eve is prof here, with all that prof may do");
  expect(said('"ada"')).not.toContain("Whoever signs in");
});

test("says what roles give, also those of the hub's own values", () => {
  const role = '  role dean {\n    groups = tas\n    scopes = ["list:users"]\n  }\n';
  const own =
    '  values { hub.loadRoles.boss { scopes = ["admin:users", "access:servers"]  users = ["eve"]  groups = ["x"] } }';
  const text = smallProgram({ hub: `${role}${own}`, more: 'group tas { members = ["ada"] }' });
  const { model } = checkProgram(programOf(text), { on: "2026-10-05" });
  const words = whoText({ releases: whoMayWhat(model ?? expect.fail("no model")), external: [] }).replace(/\s+/g, " ");
  expect(words).toContain("By the role dean, members of tas also have list:users.");
  expect(words).toContain("By the role boss, eve and members of x also have admin:users and access:servers.");
});
