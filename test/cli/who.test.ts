import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { runCli } from "../support/run-cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

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

describe("what configuration and Python add", () => {
  const program = (auth: string, hub: string) => `course c {
  title = "C"
  hub = h
  image = std.jupyterlab
  term = 2026-08-26 .. 2026-12-18
}
provider kind k { }
storage dynamic homes { size = 5GiB }
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  admins = ["prof"]
  auth ${auth} {
    client-id = secret("a/id")
    client-secret = secret("a/secret")
  }
  ${hub}
}
`;

  async function who(auth: string, hub: string): Promise<string> {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "p.hub"), program(auth, hub));
    return (await runCli(["who", "--on", "2026-10-05"], { cwd: folder })).stdout.replace(/\s+/g, " ");
  }

  test.each([
    [
      "gitlab",
      'config { GitLabOAuthenticator.allowed_gitlab_groups = ["campus/tas"] }',
      "Only members of the GitLab group campus/tas and the admins may enter.",
    ],
    ["github", 'config { Authenticator.allowed_users += ["Eve"] }', "Only eve and the admins may enter."],
    ["github", `python { "03-x" = "c.Authenticator.allowed_users = {'eve'}" }`, "Only eve and the admins may enter."],
    [
      "github",
      'python { "03-x" = "c.Authenticator.allowed_users = read()" }',
      "A piece of Python decides allowed_users",
    ],
    ["github", 'config { Authenticator.blocked_users = ["eve"] }', "eve can't sign in, whatever else is said"],
    [
      "google",
      'config { GoogleOAuthenticator.admin_google_groups = { "example.edu" = ["boss"] } }\nvalues { hub.extraEnv.HOSTED_DOMAIN = "example.edu" }',
      "makes admins of members of the Google group boss.",
    ],
    [
      "google",
      'values { hub.extraEnv.HOSTED_DOMAIN = "example.edu" }',
      "People sign in by `auth google` within example.edu.",
    ],
  ])("%s with %s", async (auth, hub, said) => {
    expect(await who(auth, hub)).toContain(said);
  });
});

test("it says that who is no longer listed may still enter, where whoever has an account may", async () => {
  const program = (allow: string) =>
    temporaryFolder({
      "hub.hub": `provider kind k { }
storage nfs homes { server = "10.0.0.2"  export = "/homes" }
image i extends std.jupyterlab { }
group class { members = ["ada"] }
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  image = i
  auth github { allow { groups = [class]  ${allow} } }
}
`,
    });
  const said = async (allow: string) =>
    (await runCli(["who", "h"], { cwd: program(allow) })).stdout.replace(/\s+/g, " ");
  const still = "is out of the groups when the hub next starts, and may still enter.";
  expect(await said("existing-users = true")).toContain(still);
  expect(await said("existing-users = true")).toContain("members of class");
  expect(await said("")).not.toContain(still);
});
