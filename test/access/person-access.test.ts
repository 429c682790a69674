// What one person gets on a hub: the data that `hubc who --as` and `expect` word.

import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { isKnown } from "../../compiler/access/answer.ts";
import type { Subject } from "../../compiler/access/membership.ts";
import type { PersonAccess } from "../../compiler/access/person-access.ts";
import { accessOn } from "../../compiler/service/who-person.ts";
import { checkProgram, programOf, readProgram } from "../support/programs.ts";
import { smallProgram } from "../support/small-program.ts";

const byGroup = readProgram(fileURLToPath(new URL("../fixtures/programs/courses-by-group", import.meta.url)));
const person = (name: string): Subject => ({ kind: "person", name });
const member = (...groups: string[]): Subject => ({ kind: "member", groups });
const GiB = 2 ** 30;

function access(subject: Subject, texts = byGroup, on = "2026-10-05"): PersonAccess {
  const { model, diagnostics } = checkProgram(texts, { on });
  const release = model?.releases.at(-1);
  if (model === undefined || release === undefined)
    throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return accessOn(subject, release, model);
}

function serversOf({ servers }: PersonAccess): object {
  return Object.fromEntries(servers.map(({ server, answer }) => [server.name, answer.holds]));
}

function memoryOf({ servers }: PersonAccess, course: string): unknown {
  const found = servers.find(({ server }) => server.name === course)?.memory;
  if (found === undefined) return undefined;
  return isKnown(found) ? [found.value.from / GiB, found.value.to / GiB] : found.notKnown;
}

describe("on a hub with courses by roster", () => {
  it("gives each person the courses of their lists, and those of secret lists only the hub knows", () => {
    expect(serversOf(access(person("rosa")))).toEqual({ rstats: true, data8: "unknown" });
    expect(serversOf(access(person("sam")))).toEqual({ rstats: true, genomes: true, data8: "unknown" });
    expect(serversOf(access(person("grace")))).toEqual({ data8: true, genomes: true });
    expect(serversOf(access(person("ada")))).toEqual({ data8: true, genomes: true, rstats: true });
    expect(serversOf(access(member("data8-students")))).toEqual({ data8: true });
    expect(serversOf(access(member()))).toEqual({});
  });

  it("gives members of a course that ended nothing", () => {
    expect(serversOf(access(member("logic-students")))).toEqual({});
    expect(serversOf(access(member("logic-students"), byGroup, "2026-03-01"))).toEqual({ logic: true });
  });

  it("raises servers to the largest of a person's groups, each amount for itself", () => {
    expect(memoryOf(access(member("data8-students")), "data8")).toEqual([1, 2]);
    expect(memoryOf(access(member("data8-staff")), "data8")).toEqual([4, 6]);
    expect(memoryOf(access(person("grace")), "data8")).toEqual([4, 40]);
    expect(memoryOf(access(person("sam")), "rstats")).toEqual([2, 40]);
  });

  it("lets staff write where their course says so, and nobody else", () => {
    const writable = (subject: Subject, course: string) =>
      access(subject)
        .servers.find(({ server }) => server.name === course)
        ?.mounts.items.map(({ path, readOnly }) => [path, readOnly]);
    expect(writable(member("data8-students"), "data8")).toEqual([
      ["/home/jovyan", false],
      ["/home/jovyan/shared", true],
    ]);
    expect(writable(member("data8-staff"), "data8")?.[1]).toEqual(["/home/jovyan/shared", false]);
    expect(writable(member("rstats-staff"), "rstats")?.[1]?.[1]).toBe(true);
    expect(writable(member("data8-staff"), "genomes")?.[1]).toEqual(["/data/reads", false]);
  });

  it("says whose servers staff reach, which accounts a team starts, and that admins reach all", () => {
    const reach = (subject: Subject) =>
      access(subject).reach.map(({ whose, answer }) => [whose.kind, whose.name, answer.holds]);
    expect(reach(member("data8-staff"))).toEqual([
      ["course", "data8", true],
      ["course", "genomes", true],
    ]);
    expect(reach(person("ada"))).toEqual([["everybody", "", true]]);
    expect(reach(person("rosa"))).toEqual([]);
    expect(access(person("rosa")).accounts.map(({ whose }) => whose.name)).toEqual(["team-room"]);
    expect(access(person("vera")).accounts).toEqual([]);
  });
});

it("roles of the hub, rights of groups and what everybody may, let people reach servers", () => {
  const people = 'group tas { members = ["ada"] }\ngroup pupils { members = ["amy"] }';
  const reach = (hub: string, more = people) =>
    access(person("ada"), programOf(smallProgram({ course: "  roster = pupils\n  staff = tas", hub, more }))).reach.map(
      ({ whose, as }) => `${whose.kind} ${whose.name} by ${as}`,
    );
  expect(reach("")).toEqual(["course c by staff of c"]);
  const role = '  role dean {\n    groups = tas\n    scopes = ["list:users", "access:servers!group=pupils"]\n  }';
  expect(reach(role)).toEqual(["course c by staff of c", "group pupils by role dean"]);
  const all = people.replace('members = ["ada"]', 'members = ["ada"]\n  may = ["access:servers"]\n');
  expect(reach("", all)).toEqual(["everybody  by member of tas"]);
});

it("roles of the hub's own values let people reach servers, by name and by group", () => {
  const reach = (name: string, role: string) =>
    access(
      person(name),
      programOf(
        smallProgram({ hub: `  values { hub.loadRoles.boss { ${role} } }`, more: 'group tas { members = ["ada"] }' }),
      ),
    ).reach.map(({ whose, as, answer }) => `${whose.kind} ${whose.name} by ${as}: ${answer.holds}`);
  const scopes = 'scopes = ["access:servers"]';
  expect(reach("ada", `${scopes}  users = ["ada"]`)).toEqual(["everybody  by role boss: true"]);
  // JupyterHub takes the names of roles as they are, and signs people in by names in lower case.
  expect(reach("ada", `${scopes}  users = ["Ada"]`)).toEqual([]);
  expect(reach("ada", `${scopes}  users = ["eve"]`)).toEqual([]);
  expect(reach("ada", `${scopes}  groups = ["tas"]`)).toEqual(["everybody  by role boss: true"]);
  expect(reach("ada", `${scopes}  groups = ["others"]`)).toEqual(["everybody  by role boss: unknown"]);
  expect(reach("ada", 'scopes = ["list:users"]  users = ["ada"]')).toEqual([]);
});

describe("entry", () => {
  const enter = (subject: Subject, program: Parameters<typeof smallProgram>[0] = {}) =>
    access(subject, programOf(smallProgram(program))).enter;

  it("is by name, by group and by being admin", () => {
    expect(enter(person("ada")).holds).toBe(true);
    expect(enter(person("Ada")).holds).toBe(true);
    expect(enter(person("eve"))).toMatchObject({ holds: false, because: "only ada and the admins may" });
    expect(enter(person("root"), { hub: '  admins = ["root"]' }).holds).toBe(true);
    expect(enter(member()).holds).toBe(false);
  });

  it("is not for who is blocked, nor for a shared account", () => {
    const blocked = { hub: '  config { Authenticator.blocked_users = ["eve"] }' };
    expect(enter(person("eve"), blocked)).toMatchObject({ holds: false, because: "eve is blocked" });
    const team = { more: 'group g {\n  members = ["ada"]\n  workspace { account = "team-a" }\n}' };
    expect(enter(person("team-a"), team).because).toContain("shared account");
    expect(access(person("ada"), programOf(smallProgram(team))).accounts).toHaveLength(1);
  });

  it("is unknown where a secret list or Python decides", () => {
    const secret = smallProgram({ more: 'group g { members = secret("people/g") }' }).replace(
      'allow { people = ["ada"] }',
      'allow { people = ["ada"]  groups = [g] }',
    );
    expect(access(person("eve"), programOf(secret)).enter.holds).toBe("unknown");
    expect(access(member("g"), programOf(secret)).enter.holds).toBe(true);
    const python = { hub: '  python { "10-who" = "c.Authenticator.post_auth_hook = print" }' };
    expect(enter(person("eve"), python).holds).toBe("unknown");
  });

  it("gives nothing else to who can't enter", () => {
    const found = access(
      person("eve"),
      programOf(smallProgram({ course: "  staff = ta", more: 'group ta { members = ["eve"] }' })),
    );
    expect(found).toMatchObject({ enter: { holds: false }, servers: [], reach: [], accounts: [] });
  });
});

describe("a server", () => {
  it("has what the hub's own values make of it", () => {
    const found = (hub: string) => access(person("ada"), programOf(smallProgram({ hub }))).servers[0];
    expect(found("")?.memory).toMatchObject({ value: { from: GiB, to: Number.POSITIVE_INFINITY } });
    expect(found('  python { "10-m" = "c.KubeSpawner.mem_limit = \'8G\'\\n" }')?.memory).toMatchObject({
      value: { from: GiB, to: 8 * GiB },
    });
    expect(
      found('  values { singleuser.extraEnv = { A = "1" } }\n  environment { B = "2" }')?.variables.items.map(
        ({ name }) => name,
      ),
    ).toEqual(["B", "A"]);
  });

  it("has its exam's image in the hours of the exam, beside its own", () => {
    const course = "  exam mid {\n    at = 2026-10-05 10:00 .. 12:00\n    image = other\n    memory = 4GiB\n  }";
    const more = "image other extends std.jupyterlab { }";
    const texts = programOf(smallProgram({ course, more }));
    const images = (on: string) =>
      access(person("ada"), texts, on).servers.map(({ server, exam }) => [server.image.value, exam?.name]);
    expect(images("2026-10-05")).toEqual([
      ["img", undefined],
      ["other", "mid"],
    ]);
    expect(images("2026-10-06")).toEqual([["img", undefined]]);
    expect(memoryOf(access(person("ada"), texts), "c")).toEqual([4, 4]);
  });
});
