import { expect, test } from "vitest";
import { explainSetting } from "../../compiler/service/explain-setting.ts";
import { replaceGenerated } from "../../compiler/service/reference.ts";
import { runCli } from "../support/run-cli.ts";

function pages(path: string): readonly { readonly title: string; readonly lines: readonly string[] }[] {
  const explained = explainSetting(path);
  if ("suggestion" in explained) throw new Error(`${path} is not explained; ${explained.suggestion} is suggested`);
  return explained;
}

test("a setting: what it means, how it is written, what it takes, what stands in", () => {
  expect(pages("course.memory")).toEqual([
    {
      title: "course.memory",
      lines: [
        "Memory of a person's server: guarantee .. limit. The limit may be unlimited.",
        "",
        "    memory = 1GiB .. 2GiB",
        "",
        "  takes    range of bytes",
        "  default  1GiB guaranteed, no limit",
      ],
    },
  ]);
  expect(pages("course.grace")[0]?.lines).toContain("  default  2w");
  expect(pages("hub.auth.canvas.url")[0]?.lines.at(-1)).toBe("  required  yes");
  expect(pages("hub.auth.google.client-id")[0]?.lines.at(-1)).toBe(
    '  default  secret("VARIANT/client-id"), such as secret("google/client-id")',
  );
  expect(pages("project.repository")[0]?.lines).toContain("  takes  url");
});

test("a variant may be left out: each meaning has one page", () => {
  expect(pages("hub.auth.hosted-domains").map(({ title }) => title)).toEqual(["hub.auth.google.hosted-domains"]);
  expect(pages("hub.auth.client-id").map(({ title }) => title)).toEqual([
    "hub.auth.google.client-id",
    "hub.auth.lti.client-id",
  ]);
  expect(pages("provider.pool.hosts").map(({ title }) => title)).toEqual(["provider.k3s.pool.hosts"]);
  expect(pages("provider.pool").map(({ title }) => title)).toEqual([
    "provider.gke.pool",
    "provider.openstack.pool",
    "provider.k3s.pool",
    "provider.kubernetes.pool",
  ]);
});

test("a name that is both a setting and a block has both pages", () => {
  expect(pages("hub.auth.google.allow").map(({ lines }) => lines[0])).toEqual([
    "everyone who can sign in there may enter.",
    "Who may sign in; each line adds people.",
  ]);
});

test("a kind lists its settings and blocks, or its variants", () => {
  const course = pages("course")[0]?.lines.join("\n");
  expect(course).toMatch(/^ {2}title +Its title, as people know it\. Required\.$/m);
  expect(course).toMatch(/^ {2}content +A repository of course material/m);
  expect(pages("storage")[0]?.lines.join("\n")).toMatch(/^ {2}efs +Amazon Elastic File System\.$/m);
  expect(pages("image")[0]?.lines.join("\n")).toContain("It needs base or prebuilt.");
});

test.each([
  ["course.memroy", "course.memory"],
  ["cours.memory", "course.memory"],
  ["memory", "course.memory"],
  ["client-id", "hub.service.client-id"],
  ["hub.auth.gogle.client-id", "hub.auth.google.client-id"],
  ["course.nothing-like-it", "course"],
  ["zzz", undefined],
])("%s: did you mean %s?", (path, suggestion) => {
  expect(explainSetting(path)).toEqual({ suggestion });
});

test("pages fit a terminal of eighty columns", () => {
  for (const path of ["course", "hub", "hub.auth", "image", "provider.pool", "group.workspace", "storage.nfs"]) {
    const widest = Math.max(...pages(path).flatMap(({ lines }) => lines.map((line) => line.length)));
    expect(widest, path).toBeLessThanOrEqual(80);
  }
});

test("hubc explain takes a setting, and suggests across codes and settings", async () => {
  const world = { cwd: "/" };
  expect((await runCli(["explain", "course.memory"], world)).stdout).toMatch(/^course\.memory\n\nMemory of/);
  expect(await runCli(["explain", "course.memroy"], world)).toMatchObject({
    code: 2,
    stderr: 'hubc: There is no code or setting "course.memroy". Did you mean course.memory?\n',
  });
});

test("generated parts of a document are replaced, and nothing else", () => {
  const before = "a\n<!-- generated: x -->\nold\n<!-- end of x -->\nb\n";
  const after = "a\n<!-- generated: x -->\n\nnew $& text\n\n<!-- end of x -->\nb\n";
  expect(replaceGenerated(before, new Map([["x", "new $& text\n"]]))).toBe(after);
  expect(replaceGenerated(after, new Map([["x", "new $& text\n"]]))).toBe(after);
  expect(() => replaceGenerated("no marks\n", new Map([["x", ""]]))).toThrow("no place for x");
  expect(() => replaceGenerated(before, new Map())).toThrow("nothing generates the section x");
});
