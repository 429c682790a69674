import { describe, expect, test } from "vitest";
import { courseOnGke } from "../../support/course-on-gke.ts";
import { checkProgram, programOf } from "../../support/programs.ts";

const about =
  /^(?:course\/(?:memory-above-node|cpu-above-node|limit-above-node|pool-too-small)|provider\/unknown-machine)$/;

function found(text: string) {
  return checkProgram(programOf(text)).diagnostics.filter(({ code }) => about.test(code));
}

/** Each finding as its code, and the text that it points at. */
function places(text: string): string[] {
  return found(text).map(({ code, span }) => `${code}: ${span.file.text.slice(span.start, span.end)}`);
}

function mended(text: string): string {
  const [edit] = found(text)[0]?.fixes[0]?.edits ?? [];
  if (edit === undefined) throw new Error("no fix");
  return text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
}

describe("a server and a node", () => {
  test("memory that no node has is an error at the setting, by how much, with a larger machine", () => {
    const text = courseOnGke({ course: "  memory = 30GiB .. 30GiB\n" });
    expect(places(text)).toEqual(["course/memory-above-node: 30GiB .. 30GiB"]);
    expect(found(text)[0]?.message).toContain(
      "30 GiB, but a node of pool `users` (n2-highmem-4) has 27.05 GiB for people: 2.95 GiB",
    );
    expect(mended(text)).toContain('pool users { machine = "n2-highmem-8"');
    expect(found(mended(text))).toEqual([]);
  });

  test("the last byte that fits fits", () => {
    expect(found(courseOnGke({ course: "  memory = 27GiB .. 27GiB\n" }))).toEqual([]);
  });

  test("cores that no node has are an error at their setting", () => {
    const text = courseOnGke({ course: "  cpu = 3.5 .. 4\n" });
    expect(places(text)).toEqual(["course/cpu-above-node: 3.5 .. 4"]);
    expect(found(text)[0]?.message).toContain("0.05 too few");
  });

  test("a limit that no node has is a warning", () => {
    const text = courseOnGke({ course: "  memory = 1GiB .. 40GiB\n" });
    expect(places(text)).toEqual(["course/limit-above-node: 1GiB .. 40GiB"]);
    expect(mended(text)).toContain("memory = 1GiB .. 27GiB");
  });

  test("a window that has not begun is looked at too", () => {
    const text = courseOnGke({
      course: "  memory = 1GiB .. 1GiB\n  during 2026-11-02 .. 2026-11-20 { memory = 40GiB .. 40GiB }\n",
    });
    expect(places(text)).toEqual(["course/memory-above-node: 40GiB .. 40GiB"]);
    expect(found(text)[0]?.message).toContain("from 2026-11-02 to 2026-11-20");
  });

  test("every stage is looked at, and a setting is spoken of once", () => {
    const hub = '  stage staging { domain = "s.example.edu" }\n  stage prod { }\n';
    expect(places(courseOnGke({ course: "  memory = 30GiB .. 30GiB\n", hub }))).toHaveLength(1);
    const small = 'provider k3s desk { pool users { hosts = ["a"] memory = 8GiB cpu = 4 } }\n';
    const elsewhere = '  stage staging { provider = desk domain = "s.example.edu" }\n  stage prod { }\n';
    expect(places(courseOnGke({ course: "  memory = 10GiB .. 10GiB\n", hub: elsewhere, more: small }))).toEqual([
      "course/memory-above-node: 10GiB .. 10GiB",
    ]);
  });

  test("of a machine that is not known nothing is said but that", () => {
    expect(places(courseOnGke({ course: "  memory = 900GiB\n  students = 9000\n", machine: "zz-9" }))).toEqual([
      'provider/unknown-machine: "zz-9"',
    ]);
  });

  test("a machine of the program's own is believed, also against what is known", () => {
    const own = 'machine own { type = "zz-9" memory = 256GiB cpu = 32 }\n';
    expect(places(courseOnGke({ course: "  memory = 100GiB\n", machine: "zz-9", more: own }))).toEqual([]);
    const corrected = "machine n2-highmem-4 { memory = 64GiB cpu = 4 }\n";
    expect(places(courseOnGke({ course: "  memory = 40GiB .. 40GiB\n", more: corrected }))).toEqual([]);
  });
});

describe("a class and a pool", () => {
  test("too many at once is an error at `peak`, by how much, with the nodes that it takes", () => {
    const text = courseOnGke({ course: "  students = 4000\n  peak = 2000\n  memory = 4GiB .. 4GiB\n" });
    expect(places(text)).toEqual(["course/pool-too-small: 2000"]);
    expect(found(text)[0]?.message).toBe(
      "2000 people at once, 6 on a node by memory, need 334 nodes of pool `users`, which has at most 5: room for 30, 1970 too few.",
    );
    expect(mended(text)).toContain("nodes = 0..334");
    expect(found(mended(text))).toEqual([]);
  });

  test("it is at `students` where `peak` isn't said, and the last person who fits fits", () => {
    expect(places(courseOnGke({ course: "  students = 136\n" }))).toEqual(["course/pool-too-small: 136"]);
    expect(places(courseOnGke({ course: "  students = 135\n" }))).toEqual([]);
  });

  test("nothing is said where nobody is counted", () => {
    expect(places(courseOnGke({ course: "  memory = 20GiB .. 20GiB\n", nodes: "0..0" }))).toEqual([]);
  });

  test("a window is looked at, with what it changes beside the peak", () => {
    const text = courseOnGke({
      course: "  peak = 130\n  memory = 1GiB .. 1GiB\n  during 2026-11-02 .. 2026-11-20 { memory = 2GiB .. 2GiB }\n",
    });
    expect(places(text)).toEqual(["course/pool-too-small: 130"]);
    expect(found(text)[0]?.message).toContain("from 2026-11-02 to 2026-11-20");
    expect(found(text)[0]?.related[0]?.message).toBe("What each is guaranteed then.");
  });

  test("a stage for trying out need not hold the class", () => {
    const small = 'provider k3s desk { pool users { hosts = ["a"] memory = 8GiB cpu = 4 } }\n';
    const hub = '  stage staging { provider = desk domain = "s.example.edu" }\n  stage prod { }\n';
    expect(places(courseOnGke({ course: "  students = 100\n", hub, more: small }))).toEqual([]);
  });

  test("courses on one pool are added up on the days that they share", () => {
    const second = (term: string) =>
      `course d {\n  title = "D"\n  hub = h\n  image = img\n  term = ${term}\n  grace = 0d\n  students = 80\n}\n`;
    const first = { course: "  students = 100\n  grace = 0d\n", hub: "  choose = by-choice\n" };
    const text = courseOnGke({ ...first, more: second("2026-09-01 .. 2026-12-01") });
    expect(places(text)).toEqual(["course/pool-too-small: 100"]);
    expect(found(text)[0]?.message).toContain(
      "100 of `c` and 80 of `d` at once from 2026-09-01 to 2026-12-01 need 7 nodes",
    );
    expect(found(mended(text))).toEqual([]);
    expect(places(courseOnGke({ ...first, more: second("2027-01-10 .. 2027-05-01") }))).toEqual([]);
  });

  test("kind has the least number of nodes, since nothing adds any", () => {
    const kind = (nodes: string) =>
      courseOnGke({
        course: "  students = 100\n  memory = 1GiB .. 1GiB\n",
        more: `provider kind desk { pool users { nodes = ${nodes}  memory = 16GiB  cpu = 8 } }\n`,
      }).replace("provider = k", "provider = desk");
    expect(places(kind("1..40"))).toEqual(["course/pool-too-small: 100"]);
    expect(found(kind("1..40"))[0]?.message).toContain("which has at most 1:");
    expect(mended(kind("1..40"))).toMatch(/nodes = (\d+)\.\.\1 /);
    expect(found(mended(kind("1..40")))).toEqual([]);
  });

  test("hosts of one's own are as many as they are, and no fix adds one", () => {
    const more = 'provider k3s desk { pool users { hosts = ["a", "b"] memory = 16GiB cpu = 8 } }\n';
    const text = courseOnGke({ course: "  students = 40\n", more }).replace("provider = k", "provider = desk");
    expect(places(text)).toEqual(["course/pool-too-small: 40"]);
    expect(found(text)[0]?.fixes).toEqual([]);
  });

  test("disks that can be attached are a limit", () => {
    const text = courseOnGke({ course: "  students = 60\n" })
      .replace(
        /provider gke k \{[^}]*\}[^}]*\}\s*\}/,
        'provider aks k {\n  subscription = "s" resource-group = "r" location = "westus2" cluster = "c"\n  pool users { machine = "Standard_E8s_v5" nodes = 0..3 }\n}',
      )
      .replace(/storage nfs homes.*/, "storage dynamic homes { size = 5GiB }");
    expect(found(text)[0]?.message).toContain("16 on a node by disks");
  });
});

describe("machine types", () => {
  test("a misspelt one is a warning with the right one", () => {
    const text = courseOnGke({ machine: "n2-highmen-8" });
    expect(places(text)).toEqual(['provider/unknown-machine: "n2-highmen-8"']);
    expect(mended(text)).toContain('"n2-highmem-8"');
  });

  test("one that is like no other is a warning without a suggestion", () => {
    expect(found(courseOnGke({ machine: "megatron" }))[0]?.fixes).toEqual([]);
  });

  test("flavours of an OpenStack cloud are its own", () => {
    const more =
      'provider openstack o {\n  cloud = "j"\n  cluster = "c"\n  template = "t"\n  pool users { machine = "m3.large" nodes = 0..3 }\n}\n';
    expect(places(courseOnGke({ more }))).toEqual([]);
  });
});
