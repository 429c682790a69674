// Two names that look the same are two people, or two groups; one name, however it is written, is one.

import { expect, test } from "vitest";
import { findings, smallProgram } from "../../support/small-program.ts";

const dummy = (text: string) =>
  text.replace(/auth github \{[^}]*\}\n {2}\}/, 'auth dummy {\n    allow { people = ["ada"] }\n  }');
const among = (...names: string[]) =>
  findings(
    dummy(smallProgram({ more: `group g { members = [${names.map((name) => `"${name}"`).join(", ")}] }` })),
  ).filter((code) => code === "group/look-alike-names" || code.startsWith("text/"));

test.each([
  ["jos\u00e9", "jose\u0301"],
  ["\u0441\u0430\u0440\u0430", "capa"],
  ["\u0410\u0421", "ac"],
  ["ada", "\u0430\u0501\u0430"],
])("%s and %s", (one, other) => {
  expect(among(one, other)).toEqual(["group/look-alike-names"]);
  expect(among(other, one)).toEqual(["group/look-alike-names"]);
  expect(among(one, one)).toEqual([]);
  expect(among(one)).toEqual([]);
});

test.each([
  ["ada", "Ada"],
  ["jose", "jos\u00e9"],
  ["yildiz", "y\u0131ld\u0131z"],
  ["al1ce", "alice"],
  ["\u0441\u0430\u0440\u0430", "\u0432\u0435\u0440\u0430"],
  ["\u674e\u660e", "\u674e\u6708"],
])("%s and %s can be told apart, or are one", (one, other) => {
  expect(among(one, other)).toEqual([]);
});

test("an admin and a member, and two teams", () => {
  const program = smallProgram({ hub: '  admins = ["jos\u00e9"]', more: 'group g { members = ["jose\u0301"] }' });
  expect(findings(dummy(program))).toContain("group/look-alike-names");
  const claims = (one: string, other: string) =>
    smallProgram({
      more: `group a {\n  from claim {\n    name = "groups"\n    value = "${one}"\n  }\n  hub = h\n}\ngroup b {\n  from claim {\n    name = "groups"\n    value = "${other}"\n  }\n  hub = h\n}`,
    });
  const generic =
    'auth generic {\n    client-id = secret("a/b")\n    client-secret = secret("a/c")\n    authorize-url = "https://i.example.edu/a"\n    token-url = "https://i.example.edu/t"\n    userdata-url = "https://i.example.edu/u"\n    username = "sub"\n    allow { people = ["ada"] }\n  }';
  const found = (one: string, other: string) =>
    findings(claims(one, other).replace(/auth github \{[^}]*\}\n {2}\}/, generic));
  expect(found("\u0441\u043e\u0440", "cop")).toContain("group/look-alike-names");
  expect(found("\u0441\u043e\u0440", "\u0441\u043e\u0432")).not.toContain("group/look-alike-names");
});

test.each([
  ['config { Authenticator.allowed_users = ["\u0430da"] }', "text/look-alike-name"],
  ['config { Authenticator.allowed_users = ["jos\u00e9", "jose\u0301"] }', "group/look-alike-names"],
  ['python { "80-own" = "c.Authenticator.allowed_users = {\'\u0430da\'}" }', "text/look-alike-name"],
  ['config { Authenticator.allowed_users = ["ada"] }', undefined],
])("past the vocabulary: %s", (hub, code) => {
  const found = findings(smallProgram({ hub: `  ${hub}` })).filter((one) => /look-alike/.test(one));
  expect(found).toEqual(code === undefined ? [] : [code]);
});
