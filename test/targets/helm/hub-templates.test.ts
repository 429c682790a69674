// Templates of a hub's pages, its image, its database, and images pulled ahead.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { chartComplaints } from "../../support/chart-values.ts";
import { compiledCourse, courseProgram } from "../../support/course-program.ts";
import { checkProgram, programOf } from "../../support/programs.ts";

interface Container {
  readonly name: string;
  readonly command: readonly string[];
  readonly env: readonly { readonly name: string; readonly value: string }[];
}

function values(hub: string): Record<string, Record<string, unknown>> {
  const all = load(compiledCourse({ hub }).get("hubs/datahub/prod/values.yaml")?.text ?? "");
  expect(chartComplaints(all)).toEqual([]);
  return all as Record<string, Record<string, unknown>>; // values are a map of maps
}

function errors(hub: string): string[] {
  return checkProgram(programOf(courseProgram({ hub })))
    .diagnostics.filter(({ severity }) => severity === "error")
    .map(({ code }) => code);
}

const repository = (branch: string) => `  templates {
    repository = "https://github.com/campus/hub-pages"
${branch}    assets     = "extra-assets"
    update     = 5min
    vars { org { name = "LEAP"  url = "https://leap.example.edu" } }
  }
`;

describe("templates", () => {
  it("come from a repository that is fetched before the hub starts, and again", () => {
    const { hub } = values(repository('    branch = "main"\n'));
    expect(hub).toMatchObject({
      templatePaths: ["/usr/local/share/jupyterhub/custom_templates"],
      templateVars: { org: { name: "LEAP", url: "https://leap.example.edu" } },
      extraVolumes: [{ name: "custom-templates", emptyDir: {} }],
      extraVolumeMounts: [
        {
          name: "custom-templates",
          mountPath: "/usr/local/share/jupyterhub/custom_templates",
          subPath: "repo/templates",
        },
        {
          name: "custom-templates",
          mountPath: "/usr/local/share/jupyterhub/static/extra-assets",
          subPath: "repo/extra-assets",
        },
      ],
      initContainers: [{ name: "templates-clone" }],
      extraContainers: [{ name: "templates-sync" }],
    });
    const once = values('  templates { repository = "https://github.com/campus/hub-pages" }\n')["hub"];
    expect(once).not.toHaveProperty("extraContainers");
  });

  it.each(["", '    branch = "main"\n'])("are fetched by what the containers run, with the branch %j", (branch) => {
    const folder = mkdtempSync(join(tmpdir(), "templates-"));
    const origin = join(folder, "origin");
    const git = (...words: string[]) =>
      execFileSync("git", ["-C", origin, "-c", "user.name=a", "-c", "user.email=a@b.c", ...words], { stdio: "pipe" });
    mkdirSync(join(origin, "templates"), { recursive: true });
    git("init", "--quiet", "--initial-branch=main");
    const commit = (text: string) => {
      writeFileSync(join(origin, "templates/login.html"), text);
      git("add", "--all");
      git("commit", "--quiet", "--message", text);
    };
    commit("first");
    const hub = values(repository(branch))["hub"] as unknown as Record<string, readonly Container[]>; // of what is read here
    const [clone] = hub["initContainers"] ?? [];
    const [sync] = hub["extraContainers"] ?? [];
    const place = join(folder, "srv");
    mkdirSync(place);
    const run = (container: Container | undefined, change: (script: string) => string) => {
      const [shell = "", flags = "", script = ""] = container?.command ?? [];
      const env = Object.fromEntries((container?.env ?? []).map(({ name, value }) => [name, value]));
      const text = change(script).replaceAll("/srv/extra-templates-dir", place);
      execFileSync(shell, [flags, text], {
        env: { ...env, REPOSITORY: `file://${origin}`, PATH: process.env["PATH"] },
        stdio: "pipe",
      });
      return readFileSync(join(place, "repo/templates/login.html"), "utf8");
    };
    expect(run(clone, (script) => script)).toBe("first");
    commit("second");
    const once = (script: string) => script.replace("while true; do", "for i in 1; do").replace("sleep 300", "sleep 0");
    expect(run(sync, once)).toBe("second");
    expect(run(clone, (script) => script)).toBe("second");
    expect(existsSync(join(place, "repo/.git"))).toBe(true);
  });

  it("come from the program, before those of a repository", () => {
    const { hub } = values(`  announcement = "Today <b>only</b>"
  templates {
    repository = "https://github.com/campus/hub-pages"
    pages { "login.html" = "{% extends \\"templates/login.html\\" %}" }
    vars { greeting = "Hello" }
  }
`);
    expect(hub).toMatchObject({
      templatePaths: ["/usr/local/share/jupyterhub/hubc_templates", "/usr/local/share/jupyterhub/custom_templates"],
      templateVars: { announcement: "Today &lt;b&gt;only&lt;/b&gt;", greeting: "Hello" },
      extraFiles: {
        "template-login.html": {
          mountPath: "/usr/local/share/jupyterhub/hubc_templates/login.html",
          stringData: '{% extends "templates/login.html" %}',
        },
      },
    });
  });

  it.each([
    ["  templates { }\n", "schema/missing-setting"],
    ['  templates { branch = "main"  vars { a = 1 } }\n', "hub/templates-without-repository"],
    ['  templates { pages { "a/b.html" = "x" } }\n', "hub/template-name"],
    ['  templates { pages { "login.htm" = "x" } }\n', "hub/template-name"],
    ['  announcement = "x"\n  templates { vars { announcement = "y" } }\n', "hub/announcement-twice"],
    ['  templates { repository = "git@github.com:a/b.git" }\n', "schema/bad-text"],
  ])("refuses %s", (hub, code) => {
    expect(errors(hub)).toEqual([code]);
  });
});

describe("the hub's own image, database and pulling", () => {
  it.each([
    ["quay.io/campus/hub:2026-10-01", { name: "quay.io/campus/hub", tag: "2026-10-01" }],
    ["localhost:5000/hub:1", { name: "localhost:5000/hub", tag: "1" }],
    [`quay.io/campus/hub@sha256:${"a".repeat(64)}`, { name: "quay.io/campus/hub@sha256", tag: "a".repeat(64) }],
  ])("runs %s", (image, expected) => {
    expect(values(`  hub-image = "${image}"\n`)["hub"]?.["image"]).toEqual(expected);
  });

  it.each(["quay.io/campus/hub", "localhost:5000/hub", "Hub:1", "hub:"])("refuses the image %s", (image) => {
    expect(errors(`  hub-image = "${image}"\n`)).toEqual(["schema/bad-text"]);
  });

  it("takes the place of the image that hubc would write", () => {
    const auth = `auth canvas {
    url = "https://canvas.example.edu"
    client-id = "1"
    client-secret = secret("canvas/secret")
    allow { people = ["ada@example.edu"] }
  }`;
    const files = compiledCourse({ auth, hub: '  hub-image = "quay.io/campus/hub:1"\n' });
    expect([...files.keys()].filter((path) => path.startsWith("images/") && path.includes("hub"))).toEqual([]);
    expect(files.get("hubs/datahub/prod/values.yaml")?.text).toContain("name: quay.io/campus/hub");
  });

  it("has a database of a class and images pulled when they are wanted", () => {
    const all = values('  database { class = "balanced"  size = 2GiB }\n  pre-pull = [on-new-nodes]\n');
    expect(all["hub"]?.["db"]).toEqual({ pvc: { storageClassName: "balanced", storage: "2Gi" } });
    expect(all["prePuller"]).toEqual({ hook: { enabled: false }, continuous: { enabled: true } });
    expect(values("  pre-pull = []\n")["prePuller"]).toEqual({
      hook: { enabled: false },
      continuous: { enabled: false },
    });
    expect(values("")).not.toHaveProperty("prePuller");
  });
});
