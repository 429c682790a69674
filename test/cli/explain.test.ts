import { expect, test } from "vitest";
import { explainIndex, explainPage } from "../../compiler/cli/commands/explain.ts";
import type { DiagnosticPage } from "../../compiler/diagnostics/diagnostic.ts";
import { plainPalette } from "../../compiler/diagnostics/palette.ts";
import { runCli } from "../support/run-cli.ts";
import { smallProgram } from "../support/small-program.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const page: DiagnosticPage = {
  code: "names/unknown-image",
  severity: "error",
  title: "No such image",
  why: `A course runs in an image. ${"Say which. ".repeat(12)}`.trim(),
  language: "hub",
  wrong: "course a {\n  image = b\n}\n",
  right: "course a {\n  image = c\n}\n",
};

test("a page says why, and shows a wrong and a right program", () => {
  const text = explainPage(page, plainPalette);
  expect(text).toMatch(/^error\[names\/unknown-image\]: No such image\n\nA course runs/);
  expect(text).toContain("Wrong:\n\n    course a {\n      image = b\n    }\n");
  expect(text).toContain("Right:\n\n    course a {\n      image = c\n    }\n");
  expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(92);
});

test("the index is in order and in columns", () => {
  expect(explainIndex([page, { ...page, code: "a/b", title: "First" }])).toBe(
    "a/b                  First\nnames/unknown-image  No such image\n",
  );
});

test("a code is found as it stands in a message; a wrong one suggests", async () => {
  const world = { cwd: "/" };
  const plain = await runCli(["explain", "syntax/unexpected"], world);
  expect(plain).toMatchObject({ code: 0, stderr: "" });
  expect(await runCli(["explain", "error[syntax/unexpected]:"], world)).toEqual(plain);
  expect(await runCli(["explain", "syntax/unexpectd"], world)).toMatchObject({
    code: 2,
    stderr: 'hubc: There is no code or setting "syntax/unexpectd". Did you mean syntax/unexpected?\n',
  });
  expect((await runCli(["explain", "unexpected"], world)).stderr).toContain("Did you mean syntax/unexpected?");
  expect((await runCli(["explain"], world)).stdout).toMatch(/^syntax\/unexpected +\S/m);
});

test("a slip in a key of the chart offers the key, without a program, and what the program has comes first", async () => {
  const cwd = temporaryFolder({});
  const stderr = async (word: string, where = cwd) => (await runCli(["explain", word], { cwd: where })).stderr;
  expect(await stderr("singleuser.memory.limt")).toBe(
    'hubc: The JupyterHub chart has no key "singleuser.memory.limt". Did you mean singleuser.memory.limit?\n',
  );
  expect(await stderr("proxy.https.letsencrypt.email")).toContain(
    "In proxy.https.letsencrypt it has contactEmail and acmeServer.",
  );
  expect(await stderr("course.memroy")).toContain("Did you mean course.memory?");
  const { code, stdout } = await runCli(["explain", "jupyterhub.Singleuser.profilelist"], { cwd });
  expect({ code, title: stdout.split("\n")[0] }).toEqual({ code: 0, title: "singleuser.profileList" });
  const program = temporaryFolder({ "a.hub": 'group ada { members = ["ada"] }\n' });
  expect(await stderr("group.ada.membrs", program)).toContain("Did you mean group.ada.members?");
});

test("a block begins with what kind of it is there", async () => {
  const cwd = temporaryFolder({ "a.hub": smallProgram() });
  const { stdout } = await runCli(["explain", "hub.h.auth"], { cwd });
  expect(stdout.split("\n").slice(2, 4)).toEqual([
    "    auth github, a.hub:17",
    '    client-id = secret("github/client-id"), a.hub:18',
  ]);
});

test("a declaration is told as a whole, with what it extends and what is inside of it", async () => {
  const text = smallProgram({
    course: "  during 2026-11-02 .. 2026-11-20 { memory = 2GiB }",
    hub: "  stage prod { }",
    more: 'group staff { members = ["ada"] }',
  });
  const cwd = temporaryFolder({ "p.hub": text });
  const shown = async (word: string) => (await runCli(["explain", word], { cwd })).stdout;
  expect(await shown("course.c")).toMatch(
    /^course\.c\n\n {4}course c, p\.hub:1\n {4}title = "C", p\.hub:2\n[\s\S]*\n\nOn some days, or in some stage: during 2026-11-02 \.\. 2026-11-20\.\n$/,
  );
  expect(await shown("hub.h")).toMatch(
    /\n {4}domain = "h\.example\.edu", p\.hub:\d+\n[\s\S]*Inside of it: hub\.h\.auth\.\n/,
  );
  expect(await shown("image.img")).toContain("image img extends std.jupyterlab, p.hub:");
  expect(await shown("provider.k")).toContain("provider kind k, p.hub:");
  expect(await shown("storage.homes")).toContain("storage dynamic homes, p.hub:");
  expect(await shown("group.staff")).toContain('members = ["ada"], p.hub:');
  expect((await runCli(["explain", "group.staf"], { cwd })).stderr).toBe(
    'hubc: The program has no "group.staf". Did you mean group.staff?\n',
  );
  expect((await runCli(["explain", "group.staff"], { cwd: temporaryFolder({}) })).stderr).toContain(
    'There is no code or setting "group.staff"',
  );
});
