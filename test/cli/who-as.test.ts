import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { runCli } from "../support/run-cli.ts";

const folder = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const world = { cwd: folder("") };
const byGroup = folder("fixtures/programs/courses-by-group");
const data8 = folder("../examples/data8");

const who = async (...words: string[]) => {
  const { code, stdout, stderr } = await runCli(["who", ...words], world);
  return { code, stderr, text: stdout.replace(/\s+/g, " ") };
};

test("hubc who --as says in words what a member of a group gets", async () => {
  const { code, text, stderr } = await who("campus", byGroup, "--as", "group:data8-staff", "--on", "2026-10-05");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  for (const said of [
    "A member of data8-staff may enter: everybody of campus.edu may.",
    "They are no admin: the admins are ada.",
    "memory 4 GiB guaranteed, up to 6 GiB",
    "/home/jovyan/shared to write, _shared/data8/data of homes",
    "gpu 1",
    "They reach the servers of the people of data8 (staff of data8) and the servers of the people of genomes",
  ])
    expect(text).toContain(said);
  expect(text).not.toContain("course rstats");
});

test("it says what only the hub knows of a name, and how to ask for the group", async () => {
  const { text } = await who("datahub", data8, "--as", "grace", "--on", "2026-10-05", "--stage", "prod");
  expect(text).toContain("Whether they are in data8-staff, only the hub knows: the secret list data8/staff says");
  expect(text).toContain("`--as group:data8-staff` says what its members get.");
});

test("it gives the same as data", async () => {
  const { stdout } = await runCli(
    ["who", "campus", byGroup, "--as", "rosa", "--on", "2026-10-05", "--format", "json"],
    world,
  );
  expect(JSON.parse(stdout)).toMatchObject({
    on: "2026-10-05",
    as: { person: "rosa" },
    releases: [
      {
        hub: "campus",
        mayEnter: { holds: true },
        admin: { holds: false },
        groups: [
          { name: "data8-students", holds: "unknown" },
          { name: "rstats-students", holds: true },
          { name: "team", holds: true },
        ],
        servers: [
          { course: "data8", holds: "unknown" },
          {
            course: "rstats",
            holds: true,
            image: "rstats",
            opensWith: "rstudio",
            memory: { guarantee: 2 ** 31, limit: 2 ** 32 },
          },
        ],
        accounts: [{ whose: "user", name: "team-room", holds: true }],
      },
    ],
  });
});

test("a group that there is not is a mistake of the request", async () => {
  const { code, stderr } = await who("campus", byGroup, "--as", "group:data8-stuff");
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: 'hubc: There is no group "data8-stuff". Did you mean data8-staff?\n',
  });
});
