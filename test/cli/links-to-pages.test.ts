import { expect, test } from "vitest";
import { showsLinks } from "../../compiler/cli/colours.ts";
import { pagesOf } from "../../compiler/diagnostics/documentation.ts";
import { docsSetting } from "../../compiler/node/scan-hub-text.ts";
import { runCli } from "../support/run-cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const wrong = 'group g { membrs = ["ada"] }\n';
const page = "https://docs.campus.edu/hubc/codes/schema/unknown-setting.html";
const kitty = { TERM: "xterm-kitty" };

test("a terminal that shows links gets one, to the project's site", async () => {
  const cwd = temporaryFolder({ "a.hub": `project p { docs = "https://docs.campus.edu/hubc/" }\n${wrong}` });
  const { stdout } = await runCli(["check"], { cwd, env: kitty, tty: true });
  const link = (text: string) => `\u001B]8;;${page}\u001B\\${text}\u001B]8;;\u001B\\`;
  expect(stdout).toContain(link("\u001B[1;31merror[schema/unknown-setting]\u001B[0m"));
  const build = await runCli(["build"], { cwd, env: { ...kitty, NO_COLOR: "1" }, tty: true });
  expect(build.stderr).toContain(link("error[schema/unknown-setting]"));
});

test("nothing is linked where the terminal shows none, and nowhere without a site", async () => {
  const cwd = temporaryFolder({ "a.hub": `project p { docs = "https://docs.campus.edu/hubc" }\n${wrong}` });
  for (const world of [{ env: kitty }, { tty: true }, { env: { ...kitty, FORCE_HYPERLINK: "0" }, tty: true }])
    expect((await runCli(["check"], { cwd, ...world })).stdout).not.toContain("\u001B]8");
  const without = temporaryFolder({ "a.hub": wrong });
  expect((await runCli(["check"], { cwd: without, env: kitty, tty: true })).stdout).not.toContain("\u001B]8");
  expect((await runCli(["check", "--format", "sarif"], { cwd: without })).stdout).not.toContain("helpUri");
});

test("SARIF names the page of each rule, of the machine's site before the project's", async () => {
  const cwd = temporaryFolder({ "a.hub": `project p { docs = "https://docs.campus.edu/hubc" }\n${wrong}` });
  const uri = async (env: Record<string, string>) =>
    JSON.parse((await runCli(["check", "--format", "sarif"], { cwd, env })).stdout).runs[0].tool.driver.rules[0]
      .helpUri;
  expect(await uri({})).toBe(page);
  expect(await uri({ HUBC_DOCS: "file:///srv/hubc/" })).toBe("file:///srv/hubc/codes/schema/unknown-setting.html");
});

test("an address that is none is said", async () => {
  const cwd = temporaryFolder({ "a.hub": 'project p { docs = "docs.campus.edu" }\n' });
  expect((await runCli(["check"], { cwd })).stdout).toContain("error[schema/bad-text]");
  expect(await runCli(["check"], { cwd, env: { HUBC_DOCS: "docs" } })).toMatchObject({
    code: 2,
    stderr: 'hubc: HUBC_DOCS is "docs": it is an address, such as https://docs.example.edu/hubc or file:///srv/hubc.\n',
  });
});

test("no hostile text becomes a link", () => {
  for (const base of ["javascript:alert(1)", "https://a b", 'https://a/"x', "https://a/\u001B\\x", "https://a?x", ""])
    expect(pagesOf(base)("a/b")).toBeUndefined();
  expect(pagesOf("https://a/ü")("a/b")).toBe("https://a/%C3%BC/codes/a/b.html");
});

test("the setting is read from the project alone", () => {
  expect(docsSetting('project p {\n  docs = "https://a"\n}')).toBe("https://a");
  expect(docsSetting('project p { docs = "https://a" }')).toBe("https://a");
  expect(docsSetting('course c {\n  docs = "https://a"\n}')).toBeUndefined();
  expect(docsSetting('project p {\n  # docs = "https://a"\n}')).toBeUndefined();
});

test.each([
  [{ VTE_VERSION: "7006" }, true],
  [{ VTE_VERSION: "4800" }, false],
  [{ TERM_PROGRAM: "vscode" }, true],
  [{ TERM_PROGRAM: "Apple_Terminal" }, false],
  [{ WT_SESSION: "x", CI: "true" }, false],
  [{ TERM: "dumb", FORCE_HYPERLINK: "1" }, true],
] as const)("%j: %s", (env, expected) => {
  const io = { stdout: () => {}, stderr: () => {}, note: () => {}, stdin: async () => new Uint8Array(), cwd: "/" };
  expect(showsLinks({ ...io, env, isTTY: { stdout: true, stderr: true }, now: () => new Date() }, "stdout")).toBe(
    expected,
  );
});
