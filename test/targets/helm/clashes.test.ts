// Values of one's own beside what the vocabulary writes: the same value is no clash, and another one names the setting and its line.

import { describe, expect, test } from "vitest";
import { check } from "../../../compiler/check.ts";
import { checkedDate } from "../../../compiler/text/calendar.ts";
import { createSourceFile } from "../../../compiler/text/source-file.ts";
import { smallProgram } from "../../support/small-program.ts";

const on = checkedDate("2026-10-05") ?? 0;

interface Parts {
  readonly course?: string;
  readonly hub: string;
  readonly more?: string;
}

/** Of each clash: the message, and the line that it points to beside. */
function clashes(parts: Parts): string[] {
  const files = [createSourceFile("p.hub", smallProgram(parts))];
  return check({ files, assets: new Map() }, { on }).diagnostics.flatMap(({ code, message, related }) => {
    if (code !== "values/clash") return [];
    const [{ span } = { span: undefined }] = related;
    const text = span?.file.text ?? "";
    const start = text.lastIndexOf("\n", span?.start ?? 0) + 1;
    const end = text.indexOf("\n", span?.start ?? 0);
    return [`${message} | ${text.slice(start, end).trim()}`];
  });
}

describe("the same value", () => {
  test.each<Parts>([
    { hub: "cull { idle = 1h }\nvalues { cull.timeout = 3600 }" },
    { hub: "cull { idle = 1h }\nvalues { cull.enabled = true }" },
    { hub: "start-timeout = 10min\nvalues { singleuser.startTimeout = 600 }" },
    { hub: "start-timeout = 10min\nconfig { KubeSpawner.start_timeout = 600 }" },
    { hub: "debug = true\nvalues { debug.enabled = true }" },
    { hub: 'values { hub.config.JupyterHub.authenticator_class = "github" }' },
    { hub: "values { hub.config.Authenticator.allow_existing_users = false }" },
    { course: "memory = 1GiB..2GiB", hub: 'values { singleuser.memory { limit = "2G"  guarantee = "1G" } }' },
    { course: "memory = 1GiB..2GiB", hub: 'config { KubeSpawner.mem_limit = "2G" }' },
    { hub: "values { singleuser.startTimeout = 600 }\nconfig { KubeSpawner.start_timeout = 600 }" },
  ])("$hub", (parts) => {
    expect(clashes(parts)).toEqual([]);
  });
});

describe("another one", () => {
  const itself = (path: string, setting: string) =>
    `hubc writes \`${path}\` itself, from ${setting}: change that, or take this away.`;
  test.each<[Parts, string]>([
    [
      { hub: "cull { idle = 1h }\nvalues { cull.timeout = 60 }" },
      `${itself("cull.timeout", "`idle` in the hub's block `cull`")} | cull { idle = 1h }`,
    ],
    [
      { hub: "cull { idle = 1h }\nvalues { cull.enabled = false }" },
      `${itself("cull.enabled", "`enabled` in the hub's block `cull`")} | cull { idle = 1h }`,
    ],
    [
      { hub: "start-timeout = 10min\nconfig { KubeSpawner.start_timeout = 60 }" },
      `${itself("singleuser.startTimeout", "the hub's `start-timeout`")} | start-timeout = 10min`,
    ],
    [
      { hub: "debug = true\nvalues { debug.enabled = false }" },
      `${itself("debug.enabled", "the hub's `debug`")} | debug = true`,
    ],
    [
      { course: "memory = 1GiB..2GiB", hub: 'config { Spawner.mem_limit = "4G" }' },
      `${itself("singleuser.memory.limit", "`memory` of the hub, its courses or its profiles")} | memory = 1GiB..2GiB`,
    ],
    [
      { hub: 'values { hub.config.JupyterHub.authenticator_class = "dummy" }' },
      `${itself("hub.config.JupyterHub.authenticator_class", "the block `auth`")} | auth github {`,
    ],
    [
      { hub: "values { hub.config.Authenticator.allow_all = true }" },
      `${itself("hub.config.Authenticator.allow_all", "`allow` in the block `auth`")} | allow { people = ["ada"] }`,
    ],
    [
      { hub: 'values { hub.config.GitHubOAuthenticator.oauth_callback_url = "https://x.example.edu/" }' },
      `${itself("hub.config.GitHubOAuthenticator.oauth_callback_url", "the hub's `domain`")} | domain   = "h.example.edu"`,
    ],
    [
      { hub: 'values { singleuser.image.tag = "x" }' },
      `${itself("singleuser.image.tag", "`image` of the hub, its courses or its profiles")} | image = img`,
    ],
    [
      {
        course: "roster = [g]",
        hub: 'values { singleuser.profileList += [{ display_name = "A" }] }',
        more: 'course d {\n  title = "D"\n  hub = h\n  image = img\n  term = 2026-08-26 .. 2026-12-18\n  roster = [g]\n}\ngroup g { members = ["ada"] }',
      },
      `${itself("singleuser.profileList", "the courses of the hub, their exams and the hub's profiles, an entry for each")} | course c {`,
    ],
  ])("%j", (parts, expected) => {
    expect(clashes(parts)).toEqual([expected]);
  });
});

test("a trait that is a map clashes once, however many of its keys are another value", () => {
  const idp = '"https://idp.uni.edu/shib"';
  const cilogon = `auth cilogon {\n    idp ${idp} { username = "eppn"  strip-domain = "uni.edu" }\n    allow { people = ["ada"] }\n  }`;
  const own = (name: string) =>
    `config { CILogonOAuthenticator.${name} = { ${idp} = { username_derivation = { username_claim = "email"  action = "prefix"  prefix = "x" } } } }`;
  for (const name of ["idps", "allowed_idps"]) {
    const text = smallProgram({ hub: own(name) }).replace(/auth github \{[\s\S]*?\n {2}\}/, cilogon);
    const { diagnostics } = check({ files: [createSourceFile("p.hub", text)], assets: new Map() }, { on });
    expect(diagnostics.filter(({ severity }) => severity !== "info").map(({ code }) => code)).toEqual(["values/clash"]);
  }
});
