// What is compiled of a sign-in beyond its options: by whom the hub is entered, and what reaches no output.

import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { emit } from "../../compiler/targets/emit.ts";
import { at } from "../support/compiled-programs.ts";
import { modelOf, smallProgram } from "../support/small-program.ts";

function values(auth: string, more = "", hub = ""): unknown {
  const text = smallProgram({ more, hub }).replace(/ {2}auth github \{[\s\S]*?\n {2}\}\n/, `  ${auth}\n`);
  const file = emit(modelOf(text), {}).find(({ path }) => path.endsWith("values.yaml"));
  return load(file?.text ?? "");
}

const id = 'client-id = "id"  client-secret = secret("a/secret")';
const google = (more: string) => `auth google { ${id}  ${more} }`;

describe("GitHub", () => {
  const options = (allow: string) => {
    const made = values(`auth github { ${id}  organizations = ["data-8"]  ${allow} }`);
    return {
      all: at(made, "hub", "config", "Authenticator", "allow_all"),
      organizations: at(made, "hub", "config", "GitHubOAuthenticator", "allowed_organizations"),
      within: at(made, "custom", "hubc", "signIn", "within"),
    };
  };

  test("lets in the organization, and nobody else, with `everyone` written or not", () => {
    const members = { all: false, organizations: ["data-8"], within: undefined };
    expect(options("")).toEqual(members);
    expect(options("allow = everyone")).toEqual(members);
  });

  test("lets in those listed within the organization, not the organization beside them", () => {
    expect(options('allow { people = ["ada"] }')).toEqual({ all: false, organizations: undefined, within: ["data-8"] });
  });

  test("asks by login where usernames are something else", () => {
    expect(options('username = "email"')).toEqual({ all: true, organizations: undefined, within: ["data-8"] });
  });
});

test("a domain is dropped by hubc where the class can't, and never of another domain that Google hosts", () => {
  const made = values(google('hosted-domains = ["a.edu", "b.edu"]  strip-domain = "a.edu"'));
  expect(at(made, "custom", "hubc", "signIn", "stripDomain")).toBe("a.edu");
  expect(at(made, "hub", "config", "GoogleOAuthenticator", "strip_domain")).toBeUndefined();
  const only = values(google('hosted-domains = ["a.edu"]  strip-domain = "a.edu"'));
  expect(at(only, "custom", "hubc", "signIn")).toBeUndefined();
  const azure = values(`auth azure { ${id}  tenant = "t"  strip-domain = "A.edu" }`);
  expect(at(azure, "custom", "hubc", "signIn", "stripDomain")).toBe("a.edu");
});

test("the hub's Python takes part in signing in where it is needed, and only there", () => {
  const rules = (made: unknown) => at(made, "custom", "hubc", "signIn");
  expect(rules(values(google("allow = everyone")))).toBeUndefined();
  expect(rules(values(google('allow { domains = ["a.edu"] }')))).toBeDefined();
});

test("two sources never share a name", () => {
  const more = `group g {
  from claim { name = "a:b"  value = "c" }
  from claim { name = "a"    value = "b:c" }
  from claim { name = "a"    value = "${"x".repeat(300)}" }
  from claim { name = "a"    value = "${"x".repeat(301)}" }
}`;
  const urls = ["authorize", "token", "userdata"].map((one) => `${one}-url = "https://i.edu/${one}"`).join("  ");
  const made = values(`auth generic { ${id}  ${urls}  allow = everyone }`, more);
  const names = at(made, "custom", "hubc", "groups", "g", "sources");
  expect(names).toHaveLength(4);
  expect(new Set(names as string[]).size).toBe(4);
  expect(Math.max(...(names as string[]).map((name) => name.length))).toBeLessThanOrEqual(255);
});

test("a directory's certificate is checked", () => {
  const made = values('auth ldap { server = "l.edu"  bind = "uid={username},dc=edu"  allow = everyone }');
  expect(at(made, "hub", "config", "LDAPAuthenticator", "tls_kwargs", "validate")).toBe(2);
});
