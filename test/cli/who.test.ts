import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { runCli } from "../support/run-cli.ts";

const folder = (name: string) => fileURLToPath(new URL(`../fixtures/programs/${name}`, import.meta.url));
const world = { cwd: folder("") };
const groups = folder("groups-from-sign-in");

test("hubc who says in words who may do what", async () => {
  const { code, stdout, stderr } = await runCli(["who", "canvas", groups], world);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const text = stdout.replace(/\s+/g, " ");
  for (const said of [
    "Only members of canvas-staff, members of canvas-students and the admins may enter.",
    "prof is admin and may do everything.",
    "Staff of by-canvas (canvas-staff) see the admin page",
    "enter the workspace team-room. Nobody can sign in as team-room.",
    'people with the role student in Canvas course 7 and the group "Team 1"',
    "those in the secret list canvas/auditors",
    "out within minutes",
  ])
    expect(text).toContain(said);
  expect(text).not.toContain("GitHub");
});

test("it says what a sign-in is narrowed to, and when nobody chose", async () => {
  const github = (await runCli(["who", "github", groups], world)).stdout.replace(/\s+/g, " ");
  expect(github).toContain("People sign in by `auth github` within example.");
  expect(github).toContain("members of the GitHub team data-8/staff");
  const lti = (await runCli(["who", "lti", groups], world)).stdout.replace(/\s+/g, " ");
  expect(lti).toContain("Nothing else is written, so these are the rosters, the staff and the admins.");
  expect(lti).toContain("There are no admins.");
  expect(lti).toContain("out at their next sign-in");
});

test("it gives the same as data", async () => {
  const { stdout } = await runCli(["who", "oidc", groups, "--format", "json"], world);
  expect(JSON.parse(stdout)).toMatchObject({
    releases: [
      {
        hub: "oidc",
        signIn: "generic",
        enter: { how: "listed", groups: ["claim-staff", "claim-students"], domains: ["partner.example.org"] },
        staff: [{ course: "by-claim", staff: ["claim-staff"], roster: ["claim-students"] }],
        groups: [
          {
            name: "claim-staff",
            sources: [
              { from: "claim", name: "resource.hub.roles", value: "hub-staff" },
              { from: "claim", name: "staff", value: "true" },
            ],
          },
          { name: "claim-students" },
        ],
        renewed: "at-sign-in",
      },
    ],
  });
});

test("a hub that there isn't is an error with the likely one", async () => {
  const { code, stderr } = await runCli(["who", "canvs", groups], world);
  expect(code).toBe(2);
  expect(stderr).toContain("Did you mean canvas?");
});

test("a lone path is no hub's name", async () => {
  const { code, stdout } = await runCli(["who", groups], world);
  expect(code).toBe(0);
  expect(stdout).toBe((await runCli(["who"], { cwd: groups })).stdout);
});
