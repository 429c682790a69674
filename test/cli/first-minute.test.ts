import { chmodSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commands } from "../../compiler/cli/command-table.ts";
import { runCli, type World } from "../support/run-cli.ts";
import { readTree, temporaryFolder } from "../support/temporary-folder.ts";

async function project(): Promise<string> {
  const cwd = temporaryFolder();
  await runCli(["init", "--name", "lab"], { cwd });
  return cwd;
}

/** A run that goes on: `printed` resolves once it has printed what is waited for. */
function watching(argv: readonly string[], world: Omit<World, "stop" | "onOutput">) {
  const stop = new AbortController();
  let text = "";
  let heard: () => void = () => undefined;
  const run = runCli(argv, {
    ...world,
    stop: stop.signal,
    onOutput: (more) => {
      text += more;
      heard();
    },
  });
  const printed = async (what: RegExp): Promise<string> => {
    while (!what.test(text)) {
      await new Promise<void>((resolve) => {
        heard = resolve;
      });
    }
    const all = text;
    text = "";
    return all;
  };
  const end = () => {
    stop.abort();
    return run;
  };
  return { printed, end };
}

const waiting = /waiting for changes/;

test("check --watch checks again when a file is saved, new or gone", async () => {
  const cwd = await project();
  const { printed, end } = watching(["check", "--watch"], { cwd });
  expect(await printed(waiting)).toMatch(/^no problems\n/);
  const file = join(cwd, "more.hub");
  writeFileSync(file, "group staff { membrs = [] }\n");
  expect(await printed(waiting)).toContain("did you mean `members`");
  rmSync(file);
  expect(await printed(waiting)).toContain("no problems");
  expect((await end()).code).toBe(0);
});

test("build --watch writes again, and goes on after what it can't do", async () => {
  const cwd = await project();
  const { printed, end } = watching(["build", "--watch"], { cwd });
  await printed(waiting);
  writeFileSync(join(cwd, "out/images/intro/Dockerfile"), "mine\n");
  await runCli(["add", "image.intro.apt", "ffmpeg"], { cwd });
  expect(await printed(waiting)).toContain("Nothing was written.");
  rmSync(join(cwd, "out"), { recursive: true });
  await runCli(["set", "course.intro.title", "Other"], { cwd });
  await printed(waiting);
  expect(readTree(cwd)["out/courses/intro/pages/students.md"]).toContain("# Other\n");
  await end();
});

test.each([
  ["check", "--watch", "--format", "json"],
  ["build", "--watch", "--format", "json"],
  ["check", "--watch", "--fix", "--diff"],
])("%s %s %s %s: one document and --watch don't go together", async (...argv) => {
  expect(await runCli(argv, { cwd: await project() })).toMatchObject({ code: 2, stdout: "" });
});

test("preview serves pages, files and findings to this machine alone, and tells of each build", async () => {
  const cwd = await project();
  const { printed, end } = watching(["preview"], { cwd });
  const [address = ""] = /http:\/\/127\.0\.0\.1:\d+\//.exec(await printed(waiting)) ?? [];
  const get = async (path: string, init?: RequestInit) => {
    const answer = await fetch(new URL(path, address), init);
    return { status: answer.status, text: await answer.text(), headers: answer.headers };
  };
  const index = await get("/");
  expect(index.text).toContain('<a href="/courses/intro/pages/students.html">Introduction to Data Science</a>');
  expect(index.headers.get("content-security-policy")).toContain("default-src 'none'");
  const page = await get("/courses/intro/pages/students.html");
  expect(page.text).toContain('<script src="/.hubc/reload.js"></script>');
  expect(page.text).not.toContain("http-equiv");
  expect((await get("/hubs/lab/prod/values.yaml")).text).toContain('<li id="L1"><code>');
  expect((await get("/../project.hub")).status).toBe(404);
  expect((await get("/%2e%2e/project.hub")).status).toBe(404);
  expect((await get("/", { method: "POST" })).status).toBe(405);
  const events = await fetch(new URL("/.hubc/events", address));
  const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toBe('data: {"build":1,"summary":"no problems","stale":false}\n\n');
  await runCli(["set", "course.intro.title", "Other"], { cwd });
  expect((await reader?.read())?.value).toBe('data: {"build":2,"summary":"no problems","stale":false}\n\n');
  expect((await get("/courses/intro/pages/students.html")).text).toContain("<h1>Other</h1>");
  writeFileSync(join(cwd, "more.hub"), "group staff { membrs = [] }\n");
  expect((await reader?.read())?.value).toContain('"stale":true');
  expect((await get("/")).text).toContain("did you mean `members`");
  expect((await get("/courses/intro/pages/students.html")).text).toContain("<h1>Other</h1>");
  await reader?.cancel();
  await end();
});

test("preview refuses what is no port", async () => {
  const cwd = await project();
  for (const port of ["0", "70000", "x"]) expect((await runCli(["preview", "--port", port], { cwd })).code).toBe(2);
});

test("--strict makes warnings count", async () => {
  const cwd = temporaryFolder();
  await runCli(["init", "--name", "lab", "--for", "k3s"], { cwd });
  const hub = join(cwd, "hub.hub");
  writeFileSync(hub, readFileSync(hub, "utf8").replace(/^ {2}https .*$/m, ""));
  expect((await runCli(["check"], { cwd })).code).toBe(0);
  expect((await runCli(["check", "--strict"], { cwd })).code).toBe(1);
  expect((await runCli(["build", "--strict"], { cwd })).code).toBe(1);
  expect(readTree(cwd)["out/ci/README.md"]).toBeUndefined();
  expect((await runCli(["build"], { cwd })).code).toBe(0);
});

test("--quiet prints what is wrong and nothing else", async () => {
  const cwd = await project();
  const silent = { code: 0, stdout: "", stderr: "" };
  expect(await runCli(["check", "--quiet"], { cwd })).toEqual(silent);
  expect(await runCli(["build", "--quiet"], { cwd })).toEqual(silent);
  expect(await runCli(["set", "course.intro.students", "13", "--quiet"], { cwd })).toEqual(silent);
  expect(await runCli(["init", "more", "--quiet"], { cwd: temporaryFolder() })).toEqual(silent);
  writeFileSync(join(cwd, "more.hub"), "group x { membrs = [] }\n");
  const { code, stdout, stderr } = await runCli(["check", "--quiet"], { cwd });
  expect([code, stderr]).toEqual([1, ""]);
  expect(stdout).toContain("did you mean `members`");
});

test("every command takes --quiet", () => {
  expect(commands.every(({ options }) => options.every(({ name }) => name !== "quiet"))).toBe(true);
});

test("doctor says what is there, what is missing and what to do", async () => {
  const cwd = await project();
  const { code, stdout } = await runCli(["doctor"], { cwd, env: { PATH: "/nowhere" } });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^ok {7}node {6}\d+\./m);
  expect(stdout).toMatch(/^missing {2}helm {6}not on the PATH\n +hubc deploy needs it: /m);
  expect(stdout).toMatch(/^ok {7}project {3}3 \.hub files in \., no errors$/m);
  const nothing = await runCli(["doctor"], { cwd: temporaryFolder(), env: { PATH: "/nowhere" } });
  expect(nothing).toMatchObject({ code: 0 });
  expect(nothing.stdout).toMatch(/^missing {2}project {2}none here\n +hubc init begins one$/m);
});

test("doctor names what makes the cluster of the project's provider, and of no other", async () => {
  const cwd = temporaryFolder();
  await runCli(["init", "--name", "lab", "--for", "eks"], { cwd });
  const { stdout } = await runCli(["doctor"], { cwd, env: { PATH: "/nowhere" } });
  expect(stdout).toMatch(/^missing {2}eksctl +not on the PATH\n +the page of the cluster uses it: https:/m);
  expect(stdout).not.toContain("kind");
});

test("a course without links is told what gives it some", async () => {
  const cwd = temporaryFolder({
    "p.hub": `course c { title = "C"  hub = h  image = i  term = 2026-08-26 .. 2026-12-18 }\nimage i extends std.jupyterlab { }\nhub h { external = true  domain = "h.example.edu" }\n`,
  });
  const { code, stdout, stderr } = await runCli(["links", "c"], { cwd });
  expect({ code, stdout }).toEqual({ code: 0, stdout: "c: C\n" });
  expect(stderr).toMatch(/^No material of c opens by a link: say it by `content NAME \{/);
  expect((await runCli(["links", "c", "--quiet"], { cwd })).stderr).toBe("");
});

test("doctor fails where the project has errors, or a program does not work", async () => {
  const cwd = await project();
  const bin = temporaryFolder({ helm: "#!/bin/sh\necho v3.9.0\n", kubectl: "#!/bin/sh\nexit 3\n" });
  for (const name of ["helm", "kubectl"]) chmodSync(join(bin, name), 0o755);
  writeFileSync(join(cwd, "more.hub"), "group x { membrs = [] }\n");
  const { code, stdout } = await runCli(["doctor", "--format", "json"], { cwd, env: { PATH: bin } });
  expect(code).toBe(1);
  const states = Object.fromEntries(
    JSON.parse(stdout).checks.map((one: Record<string, string>) => [one["name"], one["state"]]),
  );
  expect(states).toMatchObject({ helm: "wrong", kubectl: "wrong", project: "wrong", git: "absent", context: "absent" });
});

test("the graph is the same in every form", async () => {
  const cwd = await project();
  const graph = async (format: string) => (await runCli(["graph", "--format", format], { cwd })).stdout;
  const { nodes, edges } = JSON.parse(await graph("json"));
  expect(nodes.map(({ id }: { id: string }) => id).sort()).toEqual([
    "cluster.laptop",
    "course.intro",
    "hub.lab",
    "image.intro",
    "image.std.jupyterlab",
    "image.std.scipy",
    "storage.homes",
  ]);
  expect(edges).toContainEqual({ from: "course.intro", to: "hub.lab", label: "on" });
  const [mermaid, dot, svg] = [await graph("mermaid"), await graph("dot"), await graph("svg")];
  expect(mermaid.match(/-->/g)).toHaveLength(edges.length);
  expect(dot.match(/->/g)).toHaveLength(edges.length);
  expect(svg.match(/class="edge"/g)).toHaveLength(edges.length);
  for (const { name } of nodes) for (const text of [mermaid, dot, svg]) expect(text).toContain(name);
});
