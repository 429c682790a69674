import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { places } from "../../compiler/cli/init-places.ts";
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
  const built = await runCli(["build"], { cwd: project });
  expect(built.code).toBe(0);
  expect(built.stdout).toContain("wrote out/hubs/data-8/prod/values.yaml\n");
  expect(built.stdout).toContain("wrote out/hubs/data-8/prod/README.md\n");
  expect(built.stdout).toMatch(/^wrote out\/courses\/intro\//m);
});

describe.each(places.map((place) => [place] as const))("for %s", (place) => {
  test("the project is laid out well, has no findings and builds; students see no word about files", async () => {
    const cwd = temporaryFolder();
    await runCli(["init", "lab", "--for", place], { cwd });
    const project = join(cwd, "lab");
    expect(await runCli(["fmt", "--check"], { cwd: project })).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(await runCli(["check", "--strict"], { cwd: project })).toMatchObject({ code: 0, stderr: "no problems\n" });
    expect((await runCli(["build"], { cwd: project })).code).toBe(0);
    const tree = readTree(project);
    const students = tree["out/courses/intro/pages/students.md"] ?? "";
    expect(students).toContain("Introduction to Data Science");
    expect(students).not.toMatch(/\.hub\b|Instructors edit|Kubernetes/);
    // A cluster on this machine has no certificate.
    expect(students).toContain(place === "laptop" ? "](http://hub.localhost/" : "](https://hub.example.edu/");
  });
});

test("what only its owner knows is an example, and is listed", async () => {
  const cwd = temporaryFolder();
  const { stderr } = await runCli(["init", "lab", "--for", "gke"], { cwd });
  expect(stderr).toContain("Before you deploy, put your own values into lab/hub.hub: domain, admins,");
  const named = /hub\.hub: (.*)/.exec(stderr)?.[1]?.split(", ") ?? [];
  const hub = readTree(cwd)["lab/hub.hub"] ?? "";
  for (const name of named) expect(hub).toMatch(new RegExp(`\\b${name}\\s*=`));
});

test("a laptop is told how images come to it", async () => {
  const cwd = temporaryFolder();
  await runCli(["init", "lab"], { cwd });
  await runCli(["build"], { cwd: join(cwd, "lab") });
  const tree = readTree(cwd);
  expect(tree["lab/README.md"]).toContain("`kind load docker-image --name laptop IMAGE`");
  expect(tree["lab/out/hubs/lab/prod/README.md"]).toMatch(
    /and brought to the cluster with `kind load docker-image --name laptop localhost\/intro:[0-9a-f]+`/,
  );
});

/** Answers questions in order, and keeps them. */
function person(...answers: readonly string[]) {
  const asked: string[] = [];
  const ask = async (question: string) => {
    asked.push(question);
    return answers[asked.length - 1] ?? "";
  };
  return { asked, ask };
}

test("at a terminal it asks for the name, the place and the domain", async () => {
  const cwd = temporaryFolder();
  const { asked, ask } = person("Läb One", "Lab!", "lab-1", "nowhere land", "ek", "https://Hub.Campus.edu/");
  expect(await runCli(["init"], { cwd, ask })).toMatchObject({ code: 0 });
  const again =
    'A name is at most 40 lower-case letters, digits and "-", and begins with a letter. Name of the project ';
  expect(asked.map((one) => one.split("\n").at(-1))).toEqual([
    expect.stringMatching(/^Name of the project \[/),
    `${again}[lab-one]: `,
    `${again}[lab]: `,
    "Number or word [1]: ",
    "Number or word [1]: ",
    "Domain of the hub, such as hub.example.edu [later]: ",
  ]);
  const tree = readTree(cwd);
  expect(tree["hub.hub"]).toContain("provider eks cloud {");
  expect(tree["hub.hub"]).toContain('"hub.campus.edu"');
  expect(tree["project.hub"]).toContain("project lab-1 {");
});

test("whoever says where it runs is not asked, and enter takes what is usual", async () => {
  const cwd = temporaryFolder();
  const silent = person();
  await runCli(["init", "a", "--for", "k3s"], { cwd, ask: silent.ask });
  expect(silent.asked).toEqual([]);
  const enter = person();
  await runCli(["init", "b"], { cwd, ask: enter.ask });
  expect(enter.asked).toHaveLength(1);
  expect(readTree(cwd)["b/hub.hub"]).toContain("provider kind laptop {");
});

test("json says what was written and what to change", async () => {
  const cwd = temporaryFolder({ "README.md": "mine" });
  const { stdout } = await runCli(["init", "--name", "lab", "--for", "external", "--format", "json"], { cwd });
  expect(JSON.parse(stdout)).toEqual({
    version: 1,
    init: {
      folder: ".",
      written: ["project.hub", "course.hub", "hub.hub", ".gitignore"],
      kept: ["README.md"],
      change: ["domain"],
    },
  });
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
  expect(await runCli(["init", "--domain", "hub"], { cwd })).toMatchObject({ code: 2 });
  expect(await runCli(["init", "数据"], { cwd })).toMatchObject({ code: 0 });
  expect(readTree(cwd)["数据/project.hub"]).toContain("project hub {");
});
