import { join } from "node:path";
import { expect, test } from "vitest";
import { runCli } from "../support/run-cli.ts";
import { readTree, temporaryFolder } from "../support/temporary-folder.ts";

test("a project is made that is laid out well, has no errors and builds", async () => {
  const cwd = temporaryFolder();
  const made = await runCli(["init", "Data 8!"], { cwd });
  expect(made).toMatchObject({ code: 0, stderr: "Next: cd 'Data 8!' && hubc build\n" });
  expect(Object.keys(readTree(cwd)).sort()).toEqual(
    [".gitignore", "README.md", "course.hub", "hub.hub", "project.hub"].map((name) => `Data 8!/${name}`),
  );
  const project = join(cwd, "Data 8!");
  expect(readTree(project)["project.hub"]).toContain("project data-8 {");
  expect(await runCli(["fmt", "--check"], { cwd: project })).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(await runCli(["check"], { cwd: project })).toEqual({ code: 0, stdout: "", stderr: "no problems\n" });
  const built = await runCli(["build"], { cwd: project });
  expect(built.code).toBe(0);
  expect(built.stdout).toContain("wrote out/hubs/data-8/prod/values.yaml\n");
  expect(built.stdout).toContain("wrote out/hubs/data-8/prod/README.md\n");
  expect(built.stdout).toMatch(/^wrote out\/courses\/intro\//m);
});

test("a folder keeps the files that it has", async () => {
  const own = { "README.md": "mine", ".gitignore": "node_modules/\n", "notes.txt": "mine" };
  const cwd = temporaryFolder(own);
  const { code, stdout, stderr } = await runCli(["init", "--name", "lab"], { cwd });
  expect([code, stdout]).toEqual([0, "wrote project.hub\nwrote course.hub\nwrote hub.hub\n"]);
  expect(stderr).toBe(
    "kept README.md, which was there\nkept .gitignore: add the line /out/ to it, so that what is compiled is not committed\nNext: hubc build\n",
  );
  expect(readTree(cwd)).toMatchObject(own);
});

test("a .gitignore that ignores what is compiled needs nothing", async () => {
  const cwd = temporaryFolder({ ".gitignore": "/out/\n" });
  expect((await runCli(["init", "--name", "lab"], { cwd })).stderr).toContain("kept .gitignore, which was there\n");
});

test.each([["hub.hub"], ["courses/own.hub"]])("nothing is written beside a program: %s", async (path) => {
  const cwd = temporaryFolder({ [path]: "mine" });
  expect(await runCli(["init"], { cwd })).toEqual({
    code: 2,
    stdout: "",
    stderr: `hubc: There is a program in . already: ${path}. Nothing was written.\n`,
  });
  expect(readTree(cwd)).toEqual({ [path]: "mine" });
});

test("a name is checked, and a folder whose name is none gets one", async () => {
  const cwd = temporaryFolder();
  for (const name of ["Data8", "8", "a_b", "a".repeat(41), "-a"]) {
    expect(await runCli(["init", `--name=${name}`], { cwd }), name).toMatchObject({ code: 2, stdout: "" });
  }
  expect(await runCli(["init", "数据"], { cwd })).toMatchObject({ code: 0 });
  expect(readTree(cwd)["数据/project.hub"]).toContain("project hub {");
});
