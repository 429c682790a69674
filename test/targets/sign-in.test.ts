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

test("the application's id and secret stand in the hub's Secret, under the variant's name where none is said", () => {
  const keys = (auth: string) =>
    ["OAUTH_CLIENT_ID", "OAUTH_CLIENT_SECRET"].map((name) =>
      at(values(auth), "hub", "extraEnv", name, "valueFrom", "secretKeyRef", "key"),
    );
  expect(keys("auth google { allow = everyone }")).toEqual(["google.client-id", "google.client-secret"]);
  expect(keys('auth bitbucket { client-secret = secret("b/s")  allow = everyone }')).toEqual([
    "bitbucket.client-id",
    "b.s",
  ]);
  expect(at(values("auth dummy { allow = everyone }"), "hub", "extraEnv")).toBeUndefined();
});

test("whoever has an account may enter where that is said, for the class and for hubc's own rules", () => {
  const said = (allow: string) => {
    const made = values(`auth github { allow { people = ["ada"]  ${allow} } }`);
    return [
      at(made, "hub", "config", "Authenticator", "allow_existing_users"),
      at(made, "custom", "hubc", "allowed", "existing"),
    ];
  };
  expect(said("")).toEqual([false, undefined]);
  expect(said("existing-users = false")).toEqual([false, undefined]);
  expect(said("existing-users = true")).toEqual([true, true]);
});

test("the program's first identity provider is chosen, in whatever order helm hands them on", () => {
  const chosen = (...idps: readonly string[]) => {
    const made = values(`auth cilogon { ${idps.map((one) => `idp ${one}`).join("\n")} }`);
    const all = at(made, "hub", "config", "CILogonOAuthenticator", "idps") as Record<string, { default?: boolean }>; // a map of options
    return Object.keys(all).filter((one) => all[one]?.default === true);
  };
  const [late, early] = ["https://z.example.edu", "https://a.example.edu"];
  expect(chosen(`"${late}" { allow = everyone }`, `"${early}" { }`)).toEqual([late]);
  expect(chosen(`"${early}" { allow = everyone }`, `"${late}" { }`)).toEqual([]);
  expect(chosen(`"${late}" { allow = everyone }`, `"${early}" { default = true }`)).toEqual([early]);
});

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
