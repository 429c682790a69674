// What pages, READMEs, links and calendars say follows from the values as they come out: each kind of sentence, with something laid over
// the vocabulary that makes it say something else, or nothing.

import { readdirSync, readFileSync } from "node:fs";
import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { withDefaults } from "../../compiler/knowledge/chart-values.ts";
import { newestChart } from "../../compiler/knowledge/charts/charts.ts";
import { type Json, valueAt } from "../../compiler/knowledge/json-schema.ts";
import { cullingOf } from "../../compiler/model/final-values.ts";
import type { Model } from "../../compiler/model/model.ts";
import { calendarReport } from "../../compiler/service/calendar.ts";
import { calendarIcs } from "../../compiler/service/calendar-ics.ts";
import { whoMayWhat } from "../../compiler/service/who.ts";
import { whoText } from "../../compiler/service/who-text.ts";
import { checkedDate } from "../../compiler/text/calendar.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";

const on = checkedDate("2026-10-05") ?? 0;

interface Parts {
  readonly course?: string;
  readonly hub?: string;
  readonly allow?: string;
  readonly provider?: string;
  readonly more?: string;
}

function program({ course = "", hub = "", allow, provider, more = "" }: Parts): string {
  return `course c {
  title = "C"
  hub   = h
  image = img
  term  = 2026-08-26 .. 2026-12-18
  content book {
    repo = "https://github.com/campus/book"
    branch = "main"
    open { path = "index.ipynb" }
  }
${course}
}
image img extends std.jupyterlab {
  pip { nbgitpuller==1.3.0 }
}
${provider ?? 'provider kubernetes k {\n  context = "c"\n  pool core { label = "pool=core"  nodes = 1..2  memory = 16GiB  cpu = 4 }\n  pool users { label = "pool=users"  nodes = 0..9  memory = 64GiB  cpu = 8 }\n}'}
storage nfs homes { server = "10.0.0.2"  export = "/homes" }
hub h {
  provider = k
  homes    = homes
  domain   = "h.example.edu"
  auth github {
    client-id     = secret("github/client-id")
    client-secret = secret("github/client-secret")
    ${allow ?? 'allow { people = ["ada"] }'}
  }
${hub}
}
${more}
`;
}

interface Built {
  readonly model: Model;
  readonly text: (path: string) => string;
}

function built(parts: Parts): Built {
  const { files, model, diagnostics } = compile(
    { files: [createSourceFile("p.hub", program(parts))], assets: new Map() },
    { on },
  );
  if (model === undefined) throw new Error(diagnostics.map(({ code, message }) => `${code}: ${message}`).join("\n"));
  return {
    model,
    text: (path) => {
      if (path === "calendar.ics") return calendarIcs(calendarReport(model));
      if (path === "who") return whoText({ releases: whoMayWhat(model), external: [] });
      const file = files.find((one) => one.path === path);
      if (file === undefined) throw new Error(`there is no ${path}`);
      return file.text;
    },
  };
}

const students = "courses/c/pages/students.md";
const staff = "courses/c/pages/staff.md";
const exam = "  memory = 1GiB..2GiB\n  exam midterm { at = 2026-10-16 19:00 .. 21:00  memory = 3GiB }";
const small = 'kubespawner_override = { mem_limit = "4G" }';

/** The sentence as the vocabulary has it, what is laid over, and what is said then; nothing of the kind where that is undefined. */
const sentences: readonly {
  readonly what: string;
  readonly files: readonly string[];
  readonly parts?: Parts;
  readonly usual: string | undefined;
  readonly over: string;
  readonly said: string | undefined;
}[] = [
  {
    what: "servers that stop, by culling that is off",
    files: [students, staff],
    usual: "stops after 1 hour without activity",
    over: "values { cull.enabled = false }",
    said: "It goes on running: stop it when your work is done.",
  },
  {
    what: "servers that stop, after another time",
    files: [students, staff],
    usual: "stops after 1 hour without activity",
    over: "values { cull { timeout = 5400  maxAge = 43200 } }",
    said: "stops after 90 minutes without activity, and 12 hours after its start in any case",
  },
  {
    what: "servers that stop, where Python has the services",
    files: [students, staff],
    usual: "When idle",
    over: 'python { "10-services" = "c.JupyterHub.services = []" }',
    said: undefined,
  },
  {
    what: "the largest age, that the block sets",
    files: [students],
    parts: { hub: "  cull { idle = 2h }" },
    usual: "stops after 2 hours without activity.",
    over: "values { cull.maxAge = 86400 }",
    said: "stops after 2 hours without activity, and 24 hours after its start in any case",
  },
  {
    what: "memory, that the chart's value sets",
    files: [students, staff],
    usual: undefined,
    over: 'values { singleuser.memory { limit = "6G"  guarantee = "3G" } }',
    said: "**Memory**: 3 GiB guaranteed, up to 6 GiB",
  },
  {
    what: "memory, that a trait sets",
    files: [students],
    usual: undefined,
    over: 'config { KubeSpawner.mem_limit = "6G" }',
    said: "**Memory**: 1 GiB guaranteed, up to 6 GiB",
  },
  {
    what: "memory, that a trait of the parent class sets",
    files: [students],
    usual: undefined,
    over: 'config { Spawner.mem_limit = "6G" }',
    said: "**Memory**: 1 GiB guaranteed, up to 6 GiB",
  },
  {
    what: "memory, that Python sets to a plain value",
    files: [students],
    parts: { hub: '  values { singleuser.memory.limit = "2G" }' },
    usual: "**Memory**: 1 GiB guaranteed, up to 2 GiB",
    over: 'python { "10-size" = "c.KubeSpawner.mem_limit = \\"6G\\"" }',
    said: "**Memory**: 1 GiB guaranteed, up to 6 GiB",
  },
  {
    what: "memory, that Python works out",
    files: [students, staff],
    parts: { hub: '  values { singleuser.memory.limit = "2G" }' },
    usual: "**Memory**",
    over: 'python { "10-size" = "c.KubeSpawner.mem_limit = size()" }',
    said: undefined,
  },
  {
    what: "memory, by a profile list",
    files: [students, staff],
    parts: { course: "  memory = 1GiB..2GiB" },
    usual: "**Memory**: 1 GiB guaranteed, up to 2 GiB",
    over: `values { singleuser.profileList = [{ display_name = "A"  ${small} }, { display_name = "B" }] }`,
    said: "**Memory**: up to 2 GiB or 4 GiB, as chosen when it starts",
  },
  {
    what: "cores, by an option of a profile",
    files: [students],
    parts: { course: "  cpu = 1..2" },
    usual: "**Processor**: 1 core guaranteed, up to 2 cores",
    over: 'values { singleuser.profileList = [{ display_name = "A"  profile_options.size = { display_name = "Size"  choices = { s = { display_name = "S"  kubespawner_override.cpu_limit = 3 }  l = { display_name = "L"  kubespawner_override.cpu_limit = 8 } } } }] }',
    said: "**Processor**: up to 3 cores or 8 cores, as chosen when it starts",
  },
  {
    what: "an exam's size, which a profile replaces",
    files: [students, staff],
    parts: { course: exam },
    usual: "memory 3 GiB",
    over: `values { singleuser.profileList = [{ display_name = "A"  ${small} }] }`,
    said: undefined,
  },
  {
    what: "an exam's size in the calendar, which a profile replaces",
    files: ["calendar.ics"],
    parts: { course: exam },
    usual: "memory 3 GiB",
    over: `values { singleuser.profileList = [{ display_name = "A"  ${small} }] }`,
    said: undefined,
  },
  {
    what: "what is installed, where profiles bring images",
    files: [students, staff],
    usual: "nbgitpuller 1.3.0",
    over: 'values { singleuser.profileList = [{ display_name = "A"  kubespawner_override.image = "quay.io/jupyter/r-notebook:2026-01-05" }] }',
    said: "**Software**: It depends on what is chosen when it starts.",
  },
  {
    what: "what is installed, where the hub leaves the image out",
    files: [students, staff],
    usual: "nbgitpuller 1.3.0",
    over: 'leave-out-values = ["singleuser.image"]\n  values { singleuser.image = { name = "quay.io/campus/own"  tag = "1.2" } }',
    said: "**Software**: the image `quay.io/campus/own:1.2`",
  },
  {
    what: "the image, where the hub leaves it out and says its own",
    files: ["hubs/h/prod/README.md"],
    usual: "built from `../../../images/img`",
    over: 'leave-out-values = ["singleuser.image"]\n  values { singleuser.image = { name = "quay.io/campus/own"  tag = "1.2" } }',
    said: "- The image `quay.io/campus/own:1.2`.",
  },
  {
    what: "what is installed, where the hub leaves the image to the chart",
    files: [students, staff],
    usual: "nbgitpuller 1.3.0",
    over: 'leave-out-values = ["singleuser.image"]',
    said: undefined,
  },
  {
    what: "memory, of which the hub leaves the limit out",
    files: [students, staff],
    parts: { course: "  memory = 2GiB..3GiB" },
    usual: "**Memory**: 2 GiB guaranteed, up to 3 GiB",
    over: 'leave-out-values = ["singleuser.memory.limit"]',
    said: "**Memory**: 2 GiB guaranteed",
  },
  {
    what: "memory, which the hub leaves out",
    files: [students, staff],
    parts: { course: "  memory = 2GiB..3GiB" },
    usual: "**Memory**: 2 GiB guaranteed, up to 3 GiB",
    over: 'leave-out-values = ["singleuser.memory"]',
    said: undefined,
  },
  {
    what: "servers that stop, where the hub leaves the time out",
    files: [students, staff],
    parts: { hub: "  cull { idle = 3h }" },
    usual: "stops after 3 hours without activity",
    over: 'leave-out-values = ["cull.timeout"]',
    said: "stops after 1 hour without activity",
  },
  {
    what: "the hub's address",
    files: [
      students,
      staff,
      "courses/c/links.md",
      "hubs/h/pages/operators.md",
      "hubs/h/prod/README.md",
      "calendar.ics",
    ],
    usual: "https://h.example.edu/",
    over: 'values { hub.baseUrl = "/jupyter/" }',
    said: "https://h.example.edu/jupyter/",
  },
  {
    what: "the address that people are sent back to",
    files: ["hubs/h/prod/values.yaml", "hubs/h/prod/README.md"],
    usual: "https://h.example.edu/hub/oauth_callback",
    over: 'values { hub.baseUrl = "/jupyter/" }',
    said: "https://h.example.edu/jupyter/hub/oauth_callback",
  },
  {
    what: "links to material",
    files: [
      students,
      staff,
      "courses/c/links.md",
      "courses/c/links.csv",
      "courses/c/links.json",
      "courses/c/links.html",
    ],
    usual: "https://h.example.edu/hub/user-redirect/git-pull",
    over: 'values { hub.baseUrl = "jupyter" }',
    said: "https://h.example.edu/jupyter/hub/user-redirect/git-pull",
  },
  {
    what: "the admin page",
    files: [staff],
    usual: "https://h.example.edu/hub/admin",
    over: 'values { hub.baseUrl = "/jupyter/" }',
    said: "https://h.example.edu/jupyter/hub/admin",
  },
  {
    what: "who's title",
    files: ["who"],
    usual: "h-prod, h.example.edu",
    over: 'values { hub.baseUrl = "/jupyter/" }',
    said: "h-prod, h.example.edu/jupyter",
  },
  {
    what: "where the name points to",
    files: ["hubs/h/prod/README.md"],
    usual: "get service proxy-public` shows",
    over: "values { ingress.enabled = true }",
    said: "the address of the ingress controller",
  },
];

describe("a sentence follows from the final values:", () => {
  test.each(sentences)("$what", ({ files, parts = {}, usual, over, said }) => {
    const [before, after] = [built(parts), built({ ...parts, hub: `${parts.hub ?? ""}\n  ${over}` })];
    for (const file of files) {
      if (usual !== undefined) expect(before.text(file)).toContain(usual);
      else expect(before.text(file)).not.toContain(said);
      const text = after.text(file);
      if (said !== undefined) expect(text).toContain(said);
      if (usual !== undefined && said?.includes(usual) !== true) expect(text).not.toContain(usual);
    }
  });

  test("with a prefix, no address of the hub is left without it", () => {
    const { text } = built({ hub: '  values { hub.baseUrl = "/jupyter/" }' });
    for (const file of [
      students,
      staff,
      "courses/c/links.html",
      "hubs/h/pages/operators.html",
      "hubs/h/prod/README.md",
    ])
      expect(text(file).match(/https:\/\/h\.example\.edu(?!\/jupyter\/)[^\s<")]*/g) ?? []).toEqual([]);
  });
});

describe("what is worked out for pages is what the values say:", () => {
  test.each([
    "",
    "  cull { idle = 2h  max-age = 1d }",
    "  cull { idle = 2h }\n  values { cull.maxAge = 9000 }",
    "  values { cull.timeout = 1200 }",
    "  values { cull.enabled = false }",
    '  values { hub.baseUrl = "/a/b/" }',
  ])("%s", (hub) => {
    const { model, text } = built({ hub });
    const [release] = model.releases;
    if (release === undefined) throw new Error("no release");
    const values = withDefaults(newestChart, load(text("hubs/h/prod/values.yaml")) as Json); // what js-yaml reads of plain YAML
    const culling = cullingOf(release);
    expect(culling === "never").toBe(valueAt(values, "cull.enabled") !== true);
    if (typeof culling === "object") {
      expect(culling.idle).toBe(valueAt(values, "cull.timeout"));
      expect(culling.maxAge ?? 0).toBe(valueAt(values, "cull.maxAge"));
    }
    expect(valueAt(values, "hub.config.GitHubOAuthenticator.oauth_callback_url")).toBe(
      `${release.url}/hub/oauth_callback`,
    );
    expect(release.url).toBe(`https://h.example.edu${String(valueAt(values, "hub.baseUrl")).replace(/\/$/, "")}`);
  });
});

describe("a laptop's cluster", () => {
  const provider = "provider kind k { }";

  test("has plain addresses, and those of other releases name their port", () => {
    const { text } = built({
      provider,
      hub: '  stage prod { domain = "hub.localhost" }\n  stage try { domain = "try.localhost" }',
    });
    expect(text(students)).toContain("[Open the hub](http://hub.localhost/)");
    expect(text("hubs/h/prod/values.yaml")).toContain("oauth_callback_url: http://hub.localhost/hub/oauth_callback");
    expect(text("hubs/h/try/values.yaml")).toContain(
      "oauth_callback_url: http://try.localhost:8081/hub/oauth_callback",
    );
  });

  test("has encrypted ones under a name of the network, where TLS ends in front of it", () => {
    expect(built({ provider, hub: "" }).text(students)).toContain("[Open the hub](https://h.example.edu/)");
  });

  test("has encrypted ones where the program gives it a certificate", () => {
    expect(built({ provider, hub: '  https { secret = "cert" }' }).text(students)).toContain(
      "(https://h.example.edu/)",
    );
  });
});

test("a cluster that exists is prepared, and not made", () => {
  const { text } = built({});
  expect(text("hubs/h/prod/README.md")).toContain("`../../../providers/k` prepares it.");
  expect(text("providers/k/README.md")).toContain("## Prepare it");
  expect(built({ provider: "provider kind k { }" }).text("hubs/h/prod/README.md")).toContain("makes it.");
});

test("nobody is said to be on a roster where there is none", () => {
  const more = 'group tas { members = ["bea"] }';
  const readme = (course: string) =>
    built({ allow: "", course, more, hub: '  admins = ["ada"]' }).text("hubs/h/prod/README.md");
  expect(readme("  staff = [tas]")).toContain("The courses' staff, through github, and nobody else.");
  expect(readme("  roster = [tas]")).toContain("Members of the courses' rosters, through github, and nobody else.");
});

test("no page, list or calendar builds an address of a hub, or reads the block that stops servers, by itself", () => {
  const folders = ["pages", "notes", "course", "ci", "helm"].map((name) => `compiler/targets/${name}`);
  const files = [...folders, "compiler/service"].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".ts"))
      .map((name) => `${folder}/${name}`),
  );
  expect(files.length).toBeGreaterThan(60);
  const wrong = files.filter((file) => /https:\/\/\$\{[^}]*(?:domain|host)/.test(readFileSync(file, "utf8")));
  expect(wrong).toEqual([]);
  const culls = files.filter((file) => /\.cull\b/.test(readFileSync(file, "utf8")) && !file.includes("/helm/"));
  expect(culls).toEqual([]);
});
