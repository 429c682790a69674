import { describe, expect, test } from "vitest";
import type { Image } from "../../compiler/model/model.ts";
import { type Sourced, stepsOf } from "../../compiler/model/sourced.ts";
import { findings, modelOf, smallProgram } from "../support/small-program.ts";

const parent = `image parent {
  base     = "quay.io/jupyter/minimal-notebook:2026-01-05"
  python   = "3.12"
  channels = ["conda-forge", "bioconda"]
  conda {
    numpy=1.26
    pandas
  }
  env { A = "1"  B = "2" }
}
`;

function child(body: string): Image {
  const found = modelOf(`${parent}image child extends parent {\n${body}\n}\n`).images.find(
    ({ name }) => name === "child",
  );
  if (found === undefined) throw new Error("there is no child");
  return found;
}

const values = (list: readonly { readonly value: string }[]) => list.map(({ value }) => value);

describe("a child", () => {
  test("starts as its parent", () => {
    const { base, python, channels, parents } = child("");
    expect(base?.value).toBe("quay.io/jupyter/minimal-notebook:2026-01-05");
    expect(python?.value).toBe("3.12");
    expect(values(channels)).toEqual(["conda-forge", "bioconda"]);
    expect(parents).toEqual(["parent"]);
  });

  test.each([
    ['channels = ["r"]', ["r"]],
    ['channels += ["r"]', ["conda-forge", "bioconda", "r"]],
    ['channels -= ["bioconda"]', ["conda-forge"]],
    ["channels = none", []],
  ])("%s", (line, expected) => {
    expect(values(child(line).channels)).toEqual(expected);
  });

  test("drops a setting with none", () => {
    expect(child("python = none").python).toBeUndefined();
  });

  test("has its blocks merged into those of its parent, its lines in place of theirs", () => {
    const { conda, env } = child('conda {\n  numpy=2.1\n  scipy\n}\nenv { B = "3"  C = "4" }');
    expect(conda.map(({ requirement }) => requirement.text)).toEqual(["numpy=2.1", "pandas", "scipy"]);
    expect(env.map(({ name, value }) => `${name}=${value}`)).toEqual(["A=1", "B=3", "C=4"]);
  });

  test("takes packages and blocks away", () => {
    expect(child("conda -= [pandas]").conda.map(({ requirement }) => requirement.name)).toEqual(["numpy"]);
    const pools = `provider k3s a {\n  pool core { hosts = ["x"] memory = 8GiB cpu = 2 }\n  pool users { hosts = ["y"] memory = 8GiB cpu = 2 }\n}\nprovider k3s b extends a { pool -= [users] }\n`;
    const provider = modelOf(pools).providers.find(({ name }) => name === "b");
    expect(provider?.pools.map(({ name }) => name)).toEqual(["core"]);
  });

  test.each(['channels -= ["r"]', "conda -= [scipy]", "env -= [A]"])(
    "can't take away what is not there: %s",
    (line) => {
      const codes = findings(`${parent}image child extends parent {\n${line}\n}\n`);
      expect(codes).toEqual(["schema/nothing-to-remove"]);
    },
  );

  test("keeps the way of every value", () => {
    const way = (value: Sourced<string> | undefined) => value && stepsOf(value).map(({ how, by }) => `${how} by ${by}`);
    expect(way(child('channels += ["r"]').channels[0])).toEqual(["set by image parent", "added by image child"]);
    expect(way(child('python = "3.13"').python)).toEqual(["set by image parent", "set by image child"]);
    expect(child("").conda.map(({ by }) => by)).toEqual(["image parent", "image parent"]);
  });

  test("starts from an image of the standard library", () => {
    const { parents, conda } = modelOf("image i extends std.scipy { }\n").images[0] ?? child("");
    expect(parents).toEqual(["std.scipy", "std.jupyterlab"]);
    expect(conda.map(({ requirement }) => requirement.name)).toEqual(expect.arrayContaining(["numpy", "jupyterlab"]));
  });
});

describe("an abstract declaration", () => {
  test("may lack what is required and makes nothing", () => {
    const text = `abstract course base { hub = h  image = img  term = 2026-08-26 .. 2026-12-18 }
course d extends base { title = "D" }
`;
    const model = modelOf(smallProgram({ hub: "choose = by-choice", more: text }));
    expect(model.courses.map(({ name }) => name)).toEqual(["c", "d"]);
  });

  test("is not checked for what its children add, and they are", () => {
    const text = `abstract course base { hub = h }\ncourse d extends base { title = "D" }\n`;
    expect(findings(smallProgram({ more: text }))).toEqual(["schema/missing-setting"]);
  });

  test("can't be referred to", () => {
    expect(findings(smallProgram({ course: "staff = ta", more: 'abstract group ta { members = ["ada"] }' }))).toEqual([
      "names/abstract",
    ]);
  });
});

describe("a mistake in a parent", () => {
  test("is told once, where it was written, whatever extends it", () => {
    const text = `${parent.replace('"3.12"', "true")}image a extends parent { }\nimage b extends a { }\n`;
    expect(findings(text)).toEqual(["schema/wrong-type"]);
  });
});

describe("a family", () => {
  const team = 'group team[1..3] {\n  members = ["person-${n}"]\n}\n';

  test("has members with their number in every text", () => {
    const groups = modelOf(team).groups.map(({ name, members }) => `${name}: ${members[0]?.value}`);
    expect(groups).toEqual(["team-1: person-1", "team-2: person-2", "team-3: person-3"]);
  });

  test.each([
    ["staff = team", ["team-1", "team-2", "team-3"]],
    ["staff = team[2]", ["team-2"]],
    ["staff = team-3", ["team-3"]],
    ["staff = [team[1], team-2]", ["team-1", "team-2"]],
  ])("is named by %s", (line, expected) => {
    const [course] = modelOf(smallProgram({ course: line, more: team })).courses;
    expect(values(course?.staff ?? [])).toEqual(expected);
  });

  test.each([
    ["group x extends team { }", ["names/family-needs-number"]],
    ["group x extends team[9] { }", ["names/unknown-group"]],
    ['group team-2 { members = ["ada"] }', ["names/duplicate"]],
    ['group other[3..1] { members = ["ada"] }', ["names/family-range"]],
  ])("%s", (line, expected) => {
    expect(findings(`${team}${line}\n`)).toEqual(expected);
  });
});
