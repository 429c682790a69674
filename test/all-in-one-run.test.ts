// One mistake hides no other: each pair of mistakes in one program gives what each of them gives alone.

import { describe, expect, test } from "vitest";
import { findings } from "./support/small-program.ts";

/** A right program of two hubs' worth of parts, each of which can have a mistake of its own. */
const parts = {
  project: 'project campus { registry = "ghcr.io/campus/hubs"  timezone = "America/New_York" }',
  course:
    'course physics {\n  title = "Physics"\n  hub = lab\n  image = img\n  term = 2026-09-07 .. 2026-12-18\n  students = 60\n  memory = 1GiB .. 2GiB\n}',
  image:
    'image img {\n  base = "quay.io/jupyter/minimal-notebook:2026-01-05"\n  conda { jupyterhub-singleuser=5.5 }\n}',
  hub: 'hub lab {\n  provider = k\n  homes = homes\n  domain = "lab.example.edu"\n  admins = ["prof1"]\n  auth github {\n    client-id = secret("g/id")\n    client-secret = secret("g/secret")\n    organizations = ["campus"]\n  }\n  https { letsencrypt = "help@example.edu" }\n}',
  provider:
    'provider kubernetes k {\n  context = "c"\n  pool core { label = "pool=core"  nodes = 1..3  memory = 16GiB  cpu = 4 }\n  pool users { label = "pool=users"  nodes = 0..9  memory = 64GiB  cpu = 8 }\n}',
  storage: 'storage nfs homes { server = "10.0.0.2"  export = "/homes" }',
  group: 'group unused { members = ["ada"] }',
};

type Part = keyof typeof parts;

/** A mistake: where, what is put in place of what, and what is found. */
const mistakes: readonly (readonly [name: string, part: Part, was: string, is: string, code: string])[] = [
  ["a misspelt setting of a group", "group", "members", "memroy = 1GiB  members", "schema/unknown-setting"],
  ["an unclosed list in a group", "group", '"ada"]', '"ada"', "syntax/unclosed-bracket"],
  ["a person twice as a number", "group", '["ada"]', "[7]", "schema/wrong-type"],
  ["a wrong unit in a course", "course", "2GiB", "2Gib", "schema/wrong-unit"],
  ["an unknown image", "course", "image = img", "image = imgg", "names/unknown-image"],
  ["more memory than a node", "course", "1GiB .. 2GiB", "900GiB", "course/memory-above-node"],
  ["a moving tag", "image", ":2026-01-05", ":latest", "image/floating-tag"],
  [
    "a line that is no requirement",
    "image",
    "jupyterhub-singleuser=5.5",
    "jupyterhub-singleuser=5.5\n    numpy=>2",
    "image/bad-requirement",
  ],
  ["no certificate", "hub", 'https { letsencrypt = "help@example.edu" }', "", "hub/no-certificate"],
  ["an unknown key of the chart", "hub", "https {", "values { hub.serviceX = 1 }\n  https {", "values/unknown-key"],
  [
    "what helm takes and does not work",
    "hub",
    "https {",
    "values { cull.timeout = 0 }\n  https {",
    "values/does-not-work",
  ],
  ["spot nodes for the hub", "provider", 'context = "c"', 'context = "c"\n  contxt = "d"', "schema/unknown-setting"],
  ["a number for a registry", "project", '"ghcr.io/campus/hubs"', "7", "schema/wrong-type"],
];

function programWith(...chosen: readonly (typeof mistakes)[number][]): string {
  const texts: Record<Part, string> = { ...parts };
  for (const [, part, was, is] of chosen) {
    if (!texts[part].includes(was)) throw new Error(`${part} has no ${was}`);
    texts[part] = texts[part].replace(was, is);
  }
  return `${Object.values(texts).join("\n\n")}\n`;
}

test("the program is right", () => expect(findings(programWith())).toEqual([]));

describe.each(mistakes)("%s", (...mistake) => {
  test("is found alone", () => expect(findings(programWith(mistake))).toEqual([mistake[4]]));
});

/**
 * What depends on what has a mistake is not judged: a course whose image or provider can't be read, a hub none of whose courses can, and
 * all hubs where the project says less than was meant.
 */
function hides(one: (typeof mistakes)[number], other: (typeof mistakes)[number]): boolean {
  const [, part, , , code] = one;
  const isUnsound = /^(?:schema|names|syntax|values\/unknown|image\/bad)/.test(code);
  const needed: Partial<Record<Part, readonly Part[]>> = {
    image: ["course", "hub"],
    provider: ["course", "hub"],
    course: ["hub"],
  };
  // What comes out is judged once the rules find no error.
  if (other[4] === "values/does-not-work" && ["course/memory-above-node", "image/floating-tag"].includes(code))
    return true;
  return (
    isUnsound &&
    (needed[part]?.includes(other[1]) ?? false) &&
    !/^(?:schema|names|syntax|values\/unknown)/.test(other[4])
  );
}

const pairs = mistakes.flatMap((one, i) =>
  mistakes
    .slice(i + 1)
    .filter((other) => other[1] !== one[1])
    .map((other) => [`${one[0]}, and ${other[0]}`, one, other] as const),
);

describe("two at once", () => {
  test("are many", () => expect(pairs.length).toBeGreaterThan(50));

  test.each(pairs)("%s", (_, one, other) => {
    const both = [one, other].filter((mistake) => !hides(mistake === one ? other : one, mistake));
    expect([...findings(programWith(one, other))].sort()).toEqual(both.map(([, , , , code]) => code).sort());
  });
});
