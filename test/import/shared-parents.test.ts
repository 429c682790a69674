// Many hubs that are alike: what all of them say stands once, in an abstract hub that they extend, and the proof holds for each.

import { expect, test } from "vitest";
import { importPrograms } from "../../compiler/import/import-program.ts";
import { checkedDate } from "../../compiler/text/calendar.ts";
import { environmentsIn } from "../support/imported-values.ts";

const chart =
  "dependencies:\n  - {name: jupyterhub, version: 4.3.3, repository: 'https://hub.jupyter.org/helm-chart/'}\n";

/** The values of a hub, in hubploy's layout. */
const hub = (name: string, signIn = "github") => ({
  [`deployments/${name}/hubploy.yaml`]: "cluster: {provider: gcloud, gcloud: {cluster: campus}}\n",
  [`deployments/${name}/config/common.yaml`]: `jupyterhub:
  scheduling: { userScheduler: { enabled: true } }
  hub:
    concurrentSpawnLimit: 20
    config:
      JupyterHub: { authenticator_class: ${signIn} }
      ${signIn === "github" ? "GitHubOAuthenticator: { client_id: abc, allowed_organizations: [campus] }" : "DummyAuthenticator: {}"}
  singleuser:
    memory: { guarantee: 1G, limit: ${name === "maths" ? 4 : 2}G }
    image: { name: quay.io/campus/${name}, tag: "2026-10-01" }
`,
  [`deployments/${name}/config/prod.yaml`]: `jupyterhub:
  ingress: { enabled: true, ingressClassName: nginx, hosts: [${name}.campus.edu] }
  proxy: { service: { type: ClusterIP } }
`,
});

function written(...hubs: readonly Readonly<Record<string, string>>[]) {
  const files = Object.assign({ "hub/Chart.yaml": chart, "hub/values.yaml": "jupyterhub: {}\n" }, ...hubs);
  const [program] = importPrograms(environmentsIn(files), checkedDate("2026-11-29") ?? 0);
  if (program === undefined) throw new Error("nothing was imported");
  const text = (path: string) => program.files.find((file) => file.path === path)?.text.replace(/ +/g, " ");
  return { program, text };
}

test("three hubs extend what all of them say, and each says the rest", () => {
  const { program, text } = written(hub("maths"), hub("physics"), hub("biology"));
  expect(program.errors).toEqual([]);
  for (const { different, dropped, added } of program.figures)
    expect([different, dropped, added]).toEqual([[], [], []]);
  expect(program.figures.map((one) => one.hub)).toEqual(["biology", "maths", "physics"]);
  const parent = text("hubs/github-hubs.hub");
  expect(parent).toMatch(/^abstract hub github-hubs \{/);
  for (const line of [
    "concurrent-starts = 20",
    "user-scheduler = true",
    'organizations = ["campus"]',
    'class = "nginx"',
  ])
    expect(parent).toContain(line);
  expect(parent).not.toContain("memory");
  const maths = text("hubs/maths.hub");
  expect(maths).toMatch(/^hub maths extends github-hubs \{/);
  expect(maths).toContain("memory = 1GiB .. 4GiB");
  expect(maths).toContain('domain = "maths.campus.edu"');
  expect(maths).not.toContain("concurrent-starts");
});

test("a hub with another sign-in stands by itself, and two that are alike do too", () => {
  const { program, text } = written(hub("maths"), hub("physics"), hub("biology", "dummy"));
  expect(program.errors).toEqual([]);
  expect(
    program.files
      .map(({ path }) => path)
      .filter((path) => path.startsWith("hubs/"))
      .sort(),
  ).toEqual(["hubs/biology.hub", "hubs/maths.hub", "hubs/physics.hub"]);
  expect(text("hubs/maths.hub")).toMatch(/^hub maths \{/);
});

test("the parent takes no name that a hub has", () => {
  const { program } = written(hub("maths"), hub("physics"), hub("github-hubs"));
  expect(program.errors).toEqual([]);
  expect(program.files.map(({ path }) => path)).toContain("hubs/github-hubs-2.hub");
});
