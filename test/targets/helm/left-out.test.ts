// What hubc adds by itself, left out, and what is said of that.

import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { compile } from "../../../compiler/compile.ts";
import { checkedDate } from "../../../compiler/text/calendar.ts";
import { createSourceFile } from "../../../compiler/text/source-file.ts";
import { chartComplaints } from "../../support/chart-values.ts";
import { courseProgram } from "../../support/course-program.ts";
import { checkProgram, programOf } from "../../support/programs.ts";

const share = (hub: string, more = "", course = "") =>
  courseProgram({ hub, more, course }).replace(
    "storage dynamic homes { size = 5GiB }",
    'storage nfs homes {\n  server = "10.0.0.2"\n  export = "/homes"\n}',
  );

function built(hub: string): { readonly values: Record<string, Record<string, unknown>>; readonly page: string } {
  const on = checkedDate("2026-10-05");
  if (on === undefined) throw new Error("no day");
  const { files, diagnostics } = compile({ files: [createSourceFile("p.hub", share(hub))], assets: new Map() }, { on });
  expect(diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual([]);
  const values = load(files.find(({ path }) => path === "hubs/datahub/prod/values.yaml")?.text ?? "");
  expect(chartComplaints(values)).toEqual([]);
  const page = files.find(({ path }) => path.startsWith("hubs/datahub/pages/") && path.endsWith(".md"))?.text ?? "";
  return { values: values as Record<string, Record<string, unknown>>, page }; // values are a map of maps
}

/** A hub with Canvas, whose groups are those of course 7. */
const canvas = (hub: string, tas = 'group tas { from canvas { course = 7  group = "tas" } }') =>
  share(
    hub,
    `${tas}
group people { from canvas { course = 7 } }
group teachers { from canvas { course = 7  role = teacher } }
`,
  ).replace(
    / {2}auth [\s\S]*?\n {2}\}\n/,
    () => `  auth canvas {
    url           = "https://canvas.example.edu"
    client-id     = secret("canvas/client-id")
    client-secret = secret("canvas/client-secret")
    allow { groups = [people, tas] }
  }
`,
  );

function builtText(text: string): Record<string, Record<string, unknown>> {
  const on = checkedDate("2026-10-05");
  if (on === undefined) throw new Error("no day");
  const { files } = compile({ files: [createSourceFile("p.hub", text)], assets: new Map() }, { on });
  const values = load(files.find(({ path }) => path === "hubs/datahub/prod/values.yaml")?.text ?? "");
  expect(chartComplaints(values)).toEqual([]);
  return values as Record<string, Record<string, unknown>>; // values are a map of maps
}

function codes(text: string): string[] {
  return checkProgram(programOf(text))
    .diagnostics.filter(({ severity }) => severity === "error")
    .map(({ code }) => code);
}

describe("leave-out-values", () => {
  const paths = '["singleuser.storage", "hub.config.Authenticator.allow_existing_users"]';

  it("takes away what stands at the paths, and nothing else", () => {
    const usual = built("").values;
    const { singleuser, hub } = built(`  leave-out-values = ${paths}\n`).values;
    const { storage: _, ...servers } = usual["singleuser"] ?? {};
    expect(singleuser).toEqual(servers);
    const config = (hub?.["config"] ?? {}) as Record<string, Record<string, unknown>>; // sections of traits
    expect(Object.keys(config["Authenticator"] ?? {})).not.toContain("allow_existing_users");
    expect(Object.keys(config["Authenticator"] ?? {})).toContain("allow_all");
  });

  it("names a key with dots in quotes", () => {
    const ingress = `  ingress {\n    class = "nginx"\n    annotations {\n      "example.org/a" = "b"\n    }\n  }\n`;
    const size = String.raw`"ingress.annotations.\"nginx.ingress.kubernetes.io/proxy-body-size\""`;
    const of = (lines: string) => (built(lines).values["ingress"]?.["annotations"] ?? {}) as Record<string, string>;
    expect(Object.keys(of(ingress))).toEqual(["nginx.ingress.kubernetes.io/proxy-body-size", "example.org/a"]);
    expect(of(`${ingress}  leave-out-values = [${size}]\n`)).toEqual({ "example.org/a": "b" });
  });

  it("makes room for what the program says itself, which is judged as any other", () => {
    const open = "config { Authenticator.allow_existing_users = true }\n";
    expect(codes(share(`  ${open}`))).toContain("values/clash");
    expect(codes(share(`  leave-out-values = ${paths}\n  ${open}`))).not.toContain("values/clash");
    const wrong = "config { Authenticator.allow_existing_users = 5 }\n";
    expect(codes(share(`  leave-out-values = ${paths}\n  ${wrong}`))).toContain("values/wrong-type");
  });

  it("refuses what hubc's own Python reads, and what is no path", () => {
    for (const path of ["custom.hubc", "custom.hubc.servers", "custom", "a..b", ".a", "a b", ""])
      expect(codes(share(`  leave-out-values = ["${path}"]\n`)), path).not.toEqual([]);
  });

  it("is said on the page of those who run the hub", () => {
    expect(built(`  leave-out-values = ${paths}\n`).page).toContain("`singleuser.storage`");
  });
});

describe("custom", () => {
  it("is handed on as it is", () => {
    expect(built('  custom { homepage.org.name = "LEAP"  homepage.n = [1, 2] }\n').values["custom"]).toMatchObject({
      homepage: { org: { name: "LEAP" }, n: [1, 2] },
    });
  });

  it("has no part of hubc's own", () => {
    expect(codes(share("  custom { hubc.servers = 1 }\n"))).not.toEqual([]);
  });
});

describe("leave-out", () => {
  it("takes away one thing and nothing else", () => {
    const usual = built("  cull { idle = 1h }\n").values;
    const { extraFiles, initContainers, ...servers } = usual["singleuser"] ?? {};
    expect(Object.keys(extraFiles ?? {})).toEqual(["hubc-jupyter-server", "hubc-ipython"]);
    expect(initContainers).toHaveLength(1);
    const plain = built("  cull { idle = 1h }\n  leave-out = [server-settings]\n").values;
    expect(plain).toEqual({ ...usual, singleuser: { ...servers, initContainers } });
    const owned = built("  cull { idle = 1h }\n  leave-out = [home-owner]\n").values;
    expect(owned).toEqual({ ...usual, singleuser: { ...servers, extraFiles } });
    const { custom: _, hub, ...others } = usual;
    const { extraConfig: _config, extraFiles: _files, ...rest } = hub ?? {};
    expect(built("  cull { idle = 1h }\n  leave-out = [exact-people]\n").values).toEqual({ ...others, hub: rest });
  });

  it("keeps the hub's own files", () => {
    const { values } = built(
      '  leave-out = [exact-people, server-settings]\n  file a { path = "/a"  text = "x" }\n  file b { path = "/b"  text = "x"  in = hub }\n',
    );
    expect(values["hub"]?.["extraFiles"]).toEqual({ b: { mountPath: "/b", stringData: "x" } });
    expect(values["singleuser"]?.["extraFiles"]).toEqual({ a: { mountPath: "/a", stringData: "x" } });
  });

  it("is said on the page of those who run the hub", () => {
    const { page } = built("  leave-out = [home-owner, exact-people]\n");
    expect(page).toContain("## Left out");
    expect(page).toContain("A fresh home on shared storage belongs to root");
    expect(page).toContain("stays one until somebody changes that");
    expect(page).not.toContain("databases of Jupyter");
    expect(built("").page).not.toContain("Left out");
  });

  it("leaves servers the chart's numbers of user and group", () => {
    const ids = (hub: string) => {
      const program = share(hub).replace(
        /image data8 extends[\s\S]*?\n\}\n/,
        'image data8 { prebuilt = "rocker/binder:4.4" }\n',
      );
      const { fsGid } = builtText(program)["singleuser"] ?? {};
      return fsGid;
    };
    const image = "  leave-out = [server-ids]\n";
    expect(ids("")).toBe(1000);
    expect(ids(image)).toBeUndefined();
    expect(built(image).page).toContain("Servers run with the chart's numbers of user and group");
  });

  it("takes groups as sign-in has them, where hubc's Python is left out", () => {
    const program = canvas(`  leave-out = [exact-people]
  role staff { groups = [tas, teachers]  scopes = ["list:users!group=people"] }
  mount notes { path = "notes"  folder = "_notes"  groups = tas }
`);
    expect(codes(program)).toEqual([]);
    const { config, loadRoles } = builtText(program)["hub"] ?? {};
    expect(config).toMatchObject({
      Authenticator: {
        allow_all: false,
        manage_groups: true,
        enable_auth_state: true,
        allowed_groups: ["course::7", "course::7::group::tas"],
      },
      KubeSpawner: { group_overrides: { "30-mount-notes": { groups: ["course::7::group::tas"] } } },
    });
    expect(loadRoles).toEqual({
      staff: {
        groups: ["course::7::group::tas", "course::7::enrollment_type::teacher"],
        scopes: ["list:users!group=course::7"],
      },
    });
  });

  it.each([
    ['group tas { members = ["bea@example.edu"] }', ["hub/left-out-used"]],
    [
      "group tas {\n  from canvas { course = 7  role = ta }\n  from canvas { course = 8  role = ta }\n}",
      ["hub/left-out-used"],
    ],
    ['group tas { from canvas { course = 7  role = ta  group = "a" } }', ["hub/left-out-used"]],
    ["group tas {\n  from canvas { course = 7  role = ta }\n  memory = 4GiB\n}", ["hub/left-out-used"]],
    ["group tas { from canvas { course = 7  role = ta } }", []],
  ])("%s", (group, expected) => {
    expect(codes(canvas("  leave-out = [exact-people]\n", group))).toEqual(expected);
  });

  const bea = 'group helpers { members = ["bea"] }';
  it.each([
    [share("  leave-out = [server-settings]\n  cull { kernels = 20min }\n"), ["hub/left-out-used"]],
    [share("  leave-out = [exact-people]\n", bea, "  staff = helpers"), ["hub/left-out-used"]],
    [
      share('  leave-out = [exact-people]\n  mount a { path = "a"  folder = "_a"  admins = true }\n'),
      ["hub/left-out-used"],
    ],
    [share('  leave-out = [exact-people]\n  account-prefixes = ["lab-"]\n'), ["hub/left-out-used"]],
    [share('  leave-out = [exact-people]\n  admins = ["root-1"]\n'), []],
    [share("  leave-out = [everything]\n"), ["schema/not-a-choice"]],
  ])("%#", (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });
});
