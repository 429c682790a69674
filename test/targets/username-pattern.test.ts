// What holds for usernames past the vocabulary: the hub's pattern, against which it holds every listed name when it starts, and the
// variable of the hub's pod that chooses the claim.

import { expect, test } from "vitest";
import { checkProgram, programOf } from "../support/programs.ts";
import { smallProgram } from "../support/small-program.ts";

const usual = new Set(["hub/no-certificate", "project/no-registry"]);

function found(hub: string, auth?: string): string[] {
  const text = smallProgram({ hub });
  const changed = auth === undefined ? text : text.replace(/ {2}auth github \{[\s\S]*?\n {2}\}\n/, `  ${auth}\n`);
  const { diagnostics } = checkProgram(programOf(changed), { on: "2026-10-05" });
  return diagnostics
    .filter(({ severity, code }) => severity !== "info" && !usual.has(code))
    .map(({ code, span }) => `${code} ${span.file.text.slice(span.start, span.end)}`);
}

/** Of the admin alone: the program names others, too. */
const ofAdmin = (hub: string) => found(hub).filter((one) => !one.endsWith('"ada"'));

const admin = 'admins = ["prof1"]';

test.each(["^[0-9]+$", "^[a-z]+$", "x", "prof", "^(?:stud|tutor)[0-9]$", "^[a-z0-9]{6,}$"])(
  "the pattern %s refuses the admin or not, as Python's `re.match` does",
  (pattern) => {
    const refuses = pattern === "prof" ? [] : ['hub/username-pattern "prof1"'];
    expect(ofAdmin(`${admin}  config { Authenticator.username_pattern = "${pattern}" }`)).toEqual(refuses);
    expect(ofAdmin(`${admin}  python { "1-x" = "c.GitHubOAuthenticator.username_pattern = '${pattern}'" }`)).toEqual(
      refuses,
    );
  },
);

test.each(["^[a-z]+[0-9]$", "^a$|prof1$", "(?i)^PROF1$", "^(?=p).*$", "^prof[^0]", "(((a+)+)+)+$|x"])(
  "the pattern %s takes them, or can't be judged",
  (pattern) => {
    expect(ofAdmin(`${admin}  config { Authenticator.username_pattern = "${pattern}" }`)).toEqual([]);
  },
);

test("a name is held against the pattern in small letters, as the hub does", () => {
  const hub = 'config { Authenticator.username_pattern = "^[a-z]+$" }';
  expect(found(`admins = ["Ada"]  ${hub}`)).toEqual([]);
});

const client = 'client-id = "id"  client-secret = secret("a/secret")';
const gitlab = `auth gitlab { ${client}  allow { people = ["ada"] } }`;
const key = (value: string) => `admins = ["ada"]  values { hub.extraEnv.OAUTH2_USERNAME_KEY = "${value}" }`;

test("the variable for the claim counts where the class has no claim of its own", () => {
  expect(found(key("name"), gitlab)).toEqual(["hub/shared-username OAUTH2_USERNAME_KEY"]);
  expect(found(key("email"), gitlab)).toEqual(['hub/username-form "ada"', 'hub/username-form "ada"']);
  expect(found(key("username"), gitlab)).toEqual([]);
  expect(found(key("name"))).toEqual(["hub/without-effect OAUTH2_USERNAME_KEY"]);
});
