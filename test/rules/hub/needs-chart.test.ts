import { expect, it } from "vitest";
import { exampleHub } from "../../support/example-programs.ts";
import { checkProgram, programOf } from "../../support/programs.ts";

const found = (version: string, more = "") =>
  checkProgram(
    programOf(`project p { registry = "ghcr.io/campus/hubs"  chart = "${version}" }\n${more}`),
  ).diagnostics.map(({ code, message }) => `${code} ${message}`);

it("says of a scope of JupyterHub 5 that the chart's JupyterHub has it not", () => {
  const group = 'group ta {\n  members = ["ada"]\n  may = ["shares!group=ta"]\n}';
  expect(found("4.0.0", group)).toEqual([]);
  expect(found("3.3.8", group)[0]).toMatch(/^group\/unknown-scope JupyterHub 4\.1\.6.*`shares`.*`4\.0\.0`/);
});

it("leaves the authenticator of a hub's own image to that image", () => {
  const hub = (lines: string) =>
    `hub h {\n  provider = k\n  homes = homes\n  domain = "h.example.edu"\n  image = img\n${lines}  auth canvas {\n    url = "https://canvas.example.edu/"\n    client-id = secret("canvas/id")\n    client-secret = secret("canvas/secret")\n    allow { groups = [staff] }\n  }\n}\nimage img { prebuilt = "quay.io/jupyter/scipy-notebook:2025-11-10" }\nprovider kind k { }\nstorage dynamic homes { size = 5GiB }\ngroup staff {\n  from canvas { course = 1234567 }\n}\n`;
  const codes = (lines: string) =>
    found("3.3.8", hub(lines)).flatMap((one) => one.match(/^hub\/needs-chart.*?chart/) ?? []);
  const image = `  hub-image = "ghcr.io/campus/hub:2026-08-01"\n`;
  expect(codes("")).toHaveLength(2);
  // hubc's own Python for groups still needs what JupyterHub 5 has.
  expect(codes(image)).toEqual(["hub/needs-chart A group from sign-in needs the chart"]);
  expect(codes(`${image}  leave-out = [exact-people]\n`)).toEqual([]);
});

const own = (version: string, block: string) => {
  const program = exampleHub({
    hub: `  ${block}\n`,
    more: `project p {\n  registry = "ghcr.io/campus/hubs"\n  chart    = "${version}"\n}\n`,
  });
  const { diagnostics } = checkProgram(programOf(program));
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return errors.map(({ code, message }) => `${code} ${message}`).join("\n");
};

it("names the chart that has a key or a trait which the named one lacks", () => {
  const route = "values { httpRoute.enabled = true }";
  expect(own("4.2.0", route)).toBe(
    "values/unknown-key There is no `httpRoute` in the chart `4.2.0`, which the project names: `4.3.5` has it.",
  );
  expect(own("4.3.5", route)).not.toContain("unknown-key");
  const trait = 'config { KubeSpawner.slug_scheme = "safe" }';
  expect(own("3.3.8", trait)).toBe(
    "values/unknown-trait `KubeSpawner` has no trait `slug_scheme` in the chart `3.3.8`, which the project names: `4.0.0` has it.",
  );
  expect(own("4.0.0", trait)).toBe("");
  expect(own("4.2.0", "config { KubeSpawner.slug_schema = 1 }")).toContain("did you mean `slug_scheme`?");
});
