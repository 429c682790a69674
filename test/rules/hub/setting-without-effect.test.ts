// Settings of a hub that count only beside others, and are said without them.

import { describe, expect, test } from "vitest";
import { checkProgram, programOf } from "../../support/programs.ts";
import { smallProgram } from "../../support/small-program.ts";

const code = "hub/setting-without-effect";
const https = 'https { letsencrypt = "it@example.edu" }';

function findingsOf(text: string, on = "2026-10-05") {
  const { diagnostics } = checkProgram(programOf(text), { on });
  const wrong = diagnostics.filter(({ severity, code }) => severity === "error" && code !== "hub/no-certificate");
  if (wrong.length > 0) throw new Error(wrong.map((one) => one.message).join("\n"));
  return diagnostics.filter((one) => one.code === code);
}

const found = (text: string, on?: string) =>
  findingsOf(text, on).map(({ message }) => message.replace(/ (?:has|have) no effect.*/, ""));

const hub = (text: string) => smallProgram({ hub: text });
const auth = (text: string, more = "") =>
  smallProgram({ hub: https, more }).replace(/auth github \{[\s\S]*?\n {2}\}/, text);

describe("a culler that is switched off", () => {
  test.each([
    ["cull { enabled = false  idle = 1h  max-age = 8h }", ["`idle` and `max-age`"]],
    ["cull { enabled = false  every = 5min }", ["`every`"]],
    ["cull { enabled = false  kernels = 20min  connected-kernels = true }", []],
    ["cull { enabled = false  connected-kernels = true }", ["`connected-kernels`"]],
    ["cull { idle = 1h  connected-kernels = true }", []],
    ["cull { idle = 1h }\nstage prod { cull = none }", []],
    [
      'cull { idle = 1h  every = 5min }\nstage staging {\n  domain = "s.example.edu"\n  cull { enabled = false }\n}\nstage prod { }',
      [],
    ],
    ["cull = none", []],
  ])("%s", (text, expected) => {
    expect(found(hub(text))).toEqual(expected);
  });

  test("on some days alone", () => {
    const text = hub("cull { idle = 1h }\nduring 2026-10-01 .. 2026-10-31 { cull = none }");
    expect(found(text)).toEqual([]);
  });
});

describe("an age that ends servers before they are idle for long enough", () => {
  test.each([
    ["cull { idle = 3h  max-age = 2h }", ["`idle`"]],
    ["cull { idle = 2h  max-age = 2h }", ["`idle`"]],
    ["cull { idle = 1h  max-age = 2h }", []],
    ["cull { max-age = 30min }", []],
    ["cull { idle = 3h }", []],
    ["cull { enabled = false  idle = 3h  max-age = 2h }", ["`idle` and `max-age`"]],
    ['cull { idle = 3h }\nstage staging {\n  domain = "s.example.edu"\n  cull { max-age = 2h }\n}\nstage prod { }', []],
  ])("%s", (text, expected) => {
    expect(found(hub(text))).toEqual(expected);
  });

  test("says after what, and takes nothing out, since the default would hold then", () => {
    const [finding] = findingsOf(hub("cull { idle = 3h  max-age = 2h }"));
    expect(finding?.message).toContain("`max-age` ends each after 2 hours");
    expect(finding?.fixes).toEqual([]);
  });
});

describe("sign-in", () => {
  const ldap = (text: string) => auth(`auth ldap {\n  server = "ldap.example.edu"\n  allow = everyone\n  ${text}\n}`);
  const google = (text: string, allow: string) =>
    `auth google {\n  client-id = "one"\n  client-secret = secret("google/client")\n  allow ${allow}\n  ${text}\n}`;
  const keys = 'groups-admin = "it@example.edu"\n  groups-key = secret("google/groups")';
  const cilogon = (text: string) =>
    auth(
      `auth cilogon {\n  client-id = "one"\n  client-secret = secret("cilogon/client")\n  allow = everyone\n  ${text}\n}`,
    );
  const idp = 'idp campus { id = "https://idp.example.edu/idp"  allow = everyone }';

  test.each([
    [
      ldap('bind = "uid={username},ou=people"\n  search-attribute = "uid"\n  search-user = "cn=hub"'),
      ["`search-attribute` and `search-user`"],
    ],
    [
      ldap(
        'search-base = "ou=people"\n  search-attribute = "cn"\n  search-user = "cn=hub"\n  search-password = secret("ldap/hub")',
      ),
      [],
    ],
    [ldap('search-base = "ou=people"\n  search-password = secret("ldap/hub")'), ["`search-password`"]],
    [auth(google(keys, "= everyone")), ["`groups-admin` and `groups-key`"]],
    [auth(google(keys, "{ groups = staff }"), 'group staff { from google { email = "staff@example.edu" } }'), []],
    [cilogon(`idps = ["https://idp.example.edu/idp"]\n  ${idp}`), ["`idps`"]],
    [cilogon(idp), []],
    [cilogon('idps = ["https://idp.example.edu/idp"]'), []],
  ])("%#", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

test("names of a certificate that is made elsewhere", () => {
  expect(found(hub('https { secret = "hub-tls"  hosts = ["old.example.edu"] }'))).toEqual(["`hosts`"]);
  expect(found(hub('https { offload = true  hosts = ["old.example.edu"] }'))).toEqual(["`hosts`"]);
  expect(found(hub('https { letsencrypt = "it@example.edu"  hosts = ["old.example.edu"] }'))).toEqual([]);
});

test("the fix takes all of it out", () => {
  const text = hub("cull {\n  enabled = false\n  idle = 1h\n  every = 5min\n}");
  const [fix] = findingsOf(text).flatMap(({ fixes }) => fixes);
  const edits = (fix?.edits ?? []).toSorted((a, b) => b.span.start - a.span.start);
  const fixed = edits.reduce((all, { span, text }) => all.slice(0, span.start) + text + all.slice(span.end), text);
  expect(fix?.title).toBe("Take `idle` and `every` out");
  expect(fixed).toContain("cull {\n  enabled = false\n}");
});

describe("a textbook that nothing builds", () => {
  const book = (text: string) => {
    const course = `textbook {\n  url = "https://book.example.edu"\n  repo = "https://github.com/campus/book"\n  ${text}\n}`;
    const program = smallProgram({ course, image: "pip { nbgitpuller==1.3.0 }" });
    return checkProgram(programOf(program)).diagnostics.flatMap(({ code, message }) =>
      code === "course/book-without-builder" ? [message.replace(/ of the textbook.*/, "")] : [],
    );
  };
  test.each([
    ["", []],
    ['title = "The book"', ["`title`"]],
    [
      'branch = "main"\n  folder = "book"\n  chapters = ["a.md"]\n  launch = [binder]',
      ["`branch`, `folder`, `chapters` and `launch`"],
    ],
    ['builder = jupyter-book-2\n  title = "The book"\n  license = "MIT"', []],
  ])("%j", (text, expected) => {
    expect(book(text)).toEqual(expected);
  });
});
