import { describe, expect, test } from "vitest";
import { findings, modelOf, smallProgram } from "../support/small-program.ts";

const gibi = 2 ** 30;
const github = (more: string) => `from github { organization = "data-8"${more} }`;

function groupOn(on: string, body: string) {
  const [group] = modelOf(smallProgram({ more: `group g {\n${body}\n}` }), { on }).groups;
  if (group === undefined) throw new Error("the group is not there");
  return group;
}

describe("a group's window", () => {
  const body = `members = ["ada"]
memory = 1GiB .. 2GiB
during 2026-11-02 .. 2026-11-20 {
  members += ["grace"]
  memory   = 4GiB
  may      = ["list:users"]
}`;

  test.each([
    ["2026-11-01", ["ada"], 2, []],
    ["2026-11-02", ["ada", "grace"], 4, ["list:users"]],
    ["2026-11-21", ["ada"], 2, []],
  ] as const)("on %s", (on, members, memory, may) => {
    const group = groupOn(on, body);
    expect(group.members.map(({ value }) => value)).toEqual(members);
    expect(group.memory && group.memory.value.to / gibi).toBe(memory);
    expect(group.may.map(({ value }) => value)).toEqual(may);
  });

  test("shares no day with another that sets the same", () => {
    const two = `${body}\nduring 2026-11-20 .. 2026-11-25 { memory = 8GiB }`;
    expect(findings(smallProgram({ more: `group g {\n${two}\n}` }))).toEqual(["schema/windows-overlap"]);
  });
});

describe("sources", () => {
  const kinds = (text: string, name: string) =>
    modelOf(smallProgram({ more: text }))
      .groups.find((group) => group.name === name)
      ?.sources.map((source) => (source.kind === "github" ? (source.team?.value ?? "all") : source.kind));

  test("stand side by side, of one kind or several", () => {
    expect(kinds(`group g {\n${github("")}\n${github('  team = "staff"')}\n}`, "g")).toEqual(["all", "staff"]);
  });

  test("of a child come after its parent's, which may be taken away", () => {
    const parent = `group p {\nmembers = ["ada"]\n${github("")}\n}\n`;
    const child = (body: string) => `${parent}group g extends p {\n${body}\n}`;
    expect(kinds(child(github('  team = "staff"')), "g")).toEqual(["all", "staff"]);
    expect(kinds(child("from -= [github]"), "g")).toEqual([]);
  });

  test("make the hub's groups those of sign-in, and ask again where the sign-in can be asked", () => {
    const release = (body: string) => modelOf(smallProgram({ more: `group g {\n${body}\n}` })).releases[0];
    expect(release(github(""))).toMatchObject({ managedGroups: true, authState: true });
    expect(release('members = ["ada"]')).toMatchObject({ managedGroups: false, authState: false });
  });
});

describe("a source that the sign-in can't give", () => {
  const canvas = "group g { from canvas { course = 7 } }";

  test("is said once, however many stages there are", () => {
    const hub = 'stage staging { domain = "s.example.edu" }\nstage prod { }';
    expect(findings(smallProgram({ hub, more: canvas }))).toEqual(["group/source-not-signed-in"]);
  });

  test("is not said of a group on no hub of ours", () => {
    const elsewhere = `hub other {
  provider = k
  homes = homes
  domain = "o.example.edu"
  auth canvas {
    url = "https://canvas.example.edu"
    client-id = "1"
    client-secret = secret("canvas/secret")
    allow = everyone
  }
}
${canvas.replace("{", "{ hub = other")}`;
    expect(findings(smallProgram({ more: elsewhere })).filter((code) => code.startsWith("group/"))).toEqual([]);
  });
});

describe("a hub that nobody can enter", () => {
  const signIn = (allow: string) =>
    smallProgram({ more: "group empty { members = [] }" }).replace('allow { people = ["ada"] }', allow);

  test.each([
    ["allow { groups = [empty] }", ["hub/nobody-may-sign-in"]],
    ["allow { people = [] }", ["hub/nobody-may-sign-in"]],
    ["", ["hub/nobody-may-sign-in"]],
    ["allow = everyone", []],
  ])("%s", (allow, codes) => {
    expect(findings(signIn(allow))).toEqual(codes);
  });
});
