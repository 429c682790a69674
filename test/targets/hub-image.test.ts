// Images that hubs themselves run: one of the program's, one that hubc writes, one that is built elsewhere.

import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { checkedDate } from "../../compiler/text/calendar.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import { findings, smallProgram } from "../support/small-program.ts";

function filesOf(text: string): ReadonlyMap<string, string> {
  const { files, diagnostics } = compile(
    { files: [createSourceFile("p.hub", text)], assets: new Map() },
    { on: checkedDate("2026-10-05") ?? 0 },
  );
  expect(
    diagnostics.filter(({ severity }) => severity === "error").map(({ code, message }) => `${code} ${message}`),
  ).toEqual([]);
  return new Map(files.map((file) => [file.path, file.text]));
}

const canvas = (text: string) =>
  text.replace(
    /auth github \{[\s\S]*?\n {2}\}\n/,
    () => `auth canvas {
    url           = "https://canvas.example.edu"
    client-id     = secret("canvas/id")
    client-secret = secret("canvas/secret")
    allow { people = ["ada@example.edu"] }
  }\n`,
  );

const own = (body: string, more = "") =>
  smallProgram({ hub: "  hub-image = own\n", more: `image own extends std.hub {\n${body}}\n${more}` });

test("an image of the program's is built on the chart's, by pip and apt alone", () => {
  const files = filesOf(own("  pip { jupyterhub-announcement==0.9.1 }\n  apt { git }\n"));
  const dockerfile = files.get("images/own/Dockerfile") ?? "";
  expect(dockerfile).toContain("FROM quay.io/jupyterhub/k8s-hub:4.4.0\n");
  expect(dockerfile).toContain("USER root\nCOPY apt.txt");
  expect(dockerfile).toContain("RUN pip install --no-cache-dir --requirement /tmp/requirements.txt");
  expect(dockerfile.match(/^USER .*/gm)?.at(-1)).toBe("USER 1000");
  expect(files.get("images/own/requirements.txt")).toContain("\njupyterhub-announcement==0.9.1\n");
  expect([...files.keys()].filter((path) => path.startsWith("images/own/"))).toEqual([
    "images/own/.dockerignore",
    "images/own/Dockerfile",
    "images/own/apt.txt",
    "images/own/requirements.txt",
  ]);
  const tag = /localhost\/own:([0-9a-f]{12})/.exec(files.get("ci/images.txt") ?? "")?.[1];
  expect(tag).toBeDefined();
  expect(files.get("hubs/h/prod/values.yaml")).toMatch(
    new RegExp(`  image:\n    name: localhost/own\n    tag: "?${tag}"?\n`),
  );
});

test.each(["4.4.0", "4.1.0", "3.3.8"])("it follows chart %s", (chart) => {
  const files = filesOf(own("", `project p { chart = "${chart}" }\n`));
  expect(files.get("images/own/Dockerfile")).toContain(`FROM quay.io/jupyterhub/k8s-hub:${chart}\n`);
});

test("a base of its own stays what it is", () => {
  const files = filesOf(own('  base = "quay.io/jupyterhub/k8s-hub:4.3.5"\n'));
  expect(files.get("images/own/Dockerfile")).toContain("FROM quay.io/jupyterhub/k8s-hub:4.3.5\n");
});

const needed =
  /canvasoauthenticator @ https:\/\/github\.com\/ryanlovett\/canvasoauthenticator\/archive\/[0-9a-f]{40}\.zip/;

test("beside Canvas it holds the class of the sign-in, and no second image is written", () => {
  const files = filesOf(canvas(own("")));
  expect(files.get("images/own/requirements.txt")).toMatch(needed);
  expect([...files.keys()].filter((path) => path.startsWith("images/hub-with"))).toEqual([]);
});

test("a line of one's own for that package is the one that counts", () => {
  const line = "canvasoauthenticator @ https://github.com/berkeley-dsep-infra/canvasoauthenticator/archive/main.zip";
  const lines = filesOf(canvas(own(`  pip {\n    ${line}\n  }\n`)))
    .get("images/own/requirements.txt")
    ?.trim()
    .split("\n");
  expect(lines?.filter((one) => !one.startsWith("#"))).toEqual([line]);
});

test("the image of the library is taken as it is", () => {
  const files = filesOf(smallProgram({ hub: "  hub-image = std.hub\n" }));
  expect(files.get("hubs/h/prod/values.yaml")).toContain("name: localhost/std-hub");
});

test("a constant may name one that is built elsewhere", () => {
  const files = filesOf(smallProgram({ hub: "  hub-image = ours\n", more: 'let ours = "quay.io/campus/hub:1"\n' }));
  expect(files.get("hubs/h/prod/values.yaml")).toContain("  image:\n    name: quay.io/campus/hub\n");
});

test.each([
  ["  hub-image = img\n", "", "hub/server-image-as-hub"],
  ["  hub-image = nothing\n", "", "names/unknown-image"],
  ["  hub-image = 5\n", "", "schema/wrong-type"],
  ["  image = own\n", "image own extends std.hub { }\n", "image/hub-image-for-servers"],
  ["  hub-image = own\n", "image own extends std.hub {\n  conda {\n    numpy=2\n  }\n}\n", "image/hub-image-packages"],
  ["  hub-image = own\n", 'image own extends std.hub { python = "3.11" }\n', "image/hub-image-packages"],
])("%s%s: %s", (hub, more, code) => {
  expect(findings(smallProgram({ hub, more }))).toContain(code);
  expect(findings(smallProgram({ hub, more })).filter((one) => one !== "image/partial-exact-pin")).toHaveLength(1);
});
