import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCli } from "../support/run-cli.ts";
import { smallProgram } from "../support/small-program.ts";
import { readTree, temporaryFolder } from "../support/temporary-folder.ts";

const program = (server: string) =>
  smallProgram().replace(
    "storage dynamic homes { size = 5GiB }",
    `storage nfs homes { server = "${server}"  export = "/homes" }`,
  );

test("a build on an earlier one refuses what the cluster would, writes nothing, and goes on where the work was moved", async () => {
  const cwd = temporaryFolder({ "a.hub": program("10.0.0.2") });
  expect((await runCli(["build"], { cwd })).code).toBe(0);
  const before = readTree(join(cwd, "out"));
  writeFileSync(join(cwd, "a.hub"), program("10.0.0.3"));
  const { code, stderr } = await runCli(["build"], { cwd });
  expect(code).toBe(1);
  expect(stderr).toContain(
    "error[plan/immutable-field]: Kubernetes refuses this change of PersistentVolume `h-prod-homes`",
  );
  expect(stderr).toContain("nothing was written");
  expect(readTree(join(cwd, "out"))).toEqual(before);
  expect((await runCli(["build", "--moved"], { cwd })).code).toBe(0);
  expect((await runCli(["build"], { cwd })).code).toBe(0);
  expect(readTree(join(cwd, "out"))["hubs/h/prod/manifests/20-homes.yaml"]).toContain("10.0.0.3");
});
