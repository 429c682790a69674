// hubc audit as a command: what it takes, and how it ends.

import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCli } from "../support/run-cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

test("values files in the order in which helm takes them are one hub", async () => {
  const cwd = temporaryFolder({
    "a.yaml": "hub:\n  concurrentSpawnLimit: wrong\n",
    "b.yaml": "hub:\n  concurrentSpawnLimit: 20\n",
  });
  expect(await runCli(["audit", "a.yaml", "b.yaml"], { cwd })).toMatchObject({ code: 0 });
  const { code, stdout, stderr } = await runCli(["audit", "b.yaml", "a.yaml"], { cwd });
  expect({ code, stderr }).toEqual({ code: 1, stderr: "1 hub, 1 values: 1 error\n" });
  expect(stdout).toContain("--> a.yaml:2:");
});

test("a folder without a finding is fine, and its format may be JSON", async () => {
  const cwd = temporaryFolder({ "a.yaml": "hub:\n  concurrentSpawnLimit: 20\n" });
  expect(await runCli(["audit"], { cwd })).toEqual({ code: 0, stdout: "", stderr: "1 hub, 1 values: no problems\n" });
  const { stdout } = await runCli(["audit", "--format", "json"], { cwd });
  expect(JSON.parse(stdout)).toMatchObject({ version: 1, diagnostics: [] });
});

test("a file without values is no hub without problems", async () => {
  const cwd = temporaryFolder({ "empty.yaml": "", "comments.yaml": "# Values follow.\n---\n" });
  for (const path of ["empty.yaml", "comments.yaml"])
    expect(await runCli(["audit", path], { cwd })).toEqual({
      code: 2,
      stdout: "",
      stderr: `hubc: ${path}: there are no values, only comments or nothing at all.\n`,
    });
});

test("what a folder holds and can't be read is said", async () => {
  const cwd = temporaryFolder({ "a.yaml": "hub: {}\n" });
  writeFileSync(join(cwd, "b.yaml"), Buffer.from([0xff, 0xfe, 0x61]));
  symlinkSync("/etc/passwd", join(cwd, "c.yaml"));
  const { code, stderr } = await runCli(["audit"], { cwd });
  expect(code).toBe(0);
  expect(stderr).toContain("left out c.yaml: it is a link, which is not followed\n");
  expect(stderr).toContain("left out b.yaml: it is no text that can be read\n");
});

test("a chart that is older, or newer, than all that are known is said", async () => {
  const cwd = temporaryFolder({ "a.yaml": "hub: {}\n" });
  for (const [version, words] of [
    ["1.2.0", "The chart 1.2.0 is older than all that hubc knows: checked as 3.3.8"],
    ["9.0.0", "The chart 9.0.0 is newer than all that hubc knows: checked as 4.4.0"],
  ] as const) {
    const { stderr } = await runCli(["audit", "a.yaml", "--chart", version], { cwd });
    expect(stderr).toContain(words);
  }
});

test.each([
  [["nowhere"], "nowhere is not there."],
  [["empty"], "empty: no values of the JupyterHub chart are there."],
  [["link.yaml"], "link.yaml is a link: name what it leads to."],
  [["bad.yaml"], "bad.yaml is no text that can be read."],
  [["a.yml", "--chart", "newest"], "--chart newest: a version of the chart, such as 4.4.0."],
])("%j can't be audited", async (asked, message) => {
  const cwd = temporaryFolder({ "bad.yaml": "a\0b", "a.yml": "exams: []\n", "empty/x.txt": "" });
  symlinkSync("/etc/passwd", join(cwd, "link.yaml"));
  expect(await runCli(["audit", ...asked], { cwd })).toEqual({ code: 2, stdout: "", stderr: `hubc: ${message}\n` });
});

const clusterOf = (files: string) => {
  const folder = "config/clusters/x";
  const hub = `  - name: prod\n    helm_chart_values_files: [common.values.yaml, ${files}]\n`;
  return temporaryFolder({
    [`${folder}/cluster.yaml`]: `name: x\nhubs:\n${hub}`,
    [`${folder}/common.values.yaml`]: "jupyterhub:\n  singleuser: { memory: { limit: 1G } }\n",
  });
};

test("a hub of which a file is not there is left out, and how it is taken without is said", async () => {
  const cwd = clusterOf("prod.values.yaml");
  const { code, stderr } = await runCli(["audit", "."], { cwd });
  expect(code).toBe(2);
  expect(stderr).toBe(
    `left out config/clusters/x/prod.values.yaml: it is not there, so its hub is left out: name the files that are there to take the hub without it
hubc: .: no values of the JupyterHub chart that can be read are there.
`,
  );
  expect((await runCli(["audit", "config/clusters/x/common.values.yaml"], { cwd })).stderr).toContain("1 hub, 1 value");
});

test("a hub is taken without a file of secrets that is not there, which is said", async () => {
  const { stderr } = await runCli(["audit", "."], { cwd: clusterOf("enc-prod.secret.values.yaml") });
  expect(stderr).toContain(
    "left out config/clusters/x/enc-prod.secret.values.yaml: it is not there, and by its name it holds secrets: the hub is taken without them\n",
  );
  expect(stderr).toContain("1 hub, 1 value");
});
