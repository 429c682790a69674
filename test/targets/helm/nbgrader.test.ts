import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { compile } from "../../../compiler/compile.ts";
import { checkedDate } from "../../../compiler/text/calendar.ts";
import { createSourceFile } from "../../../compiler/text/source-file.ts";
import { at, plain } from "../../support/compiled-programs.ts";
import { smallProgram } from "../../support/small-program.ts";

const staff = 'group ta { members = ["ada"] }\nstorage nfs share {\n  server = "10.0.0.2"\n  export = "/s"\n}\n';

interface Parts {
  readonly course?: string;
  readonly hub?: string;
  readonly image?: string;
  readonly more?: string;
}

/** Values of a hub whose course is graded with nbgrader. */
function valuesOf(
  { course = "", hub = "", image = "", more = "" }: Parts = {},
  grading = "nbgrader { storage = share }",
): unknown {
  const text = smallProgram({
    course: `staff = ta\ngrading ${grading}\n${course}`,
    hub,
    image: `pip {\n  nbgrader==0.9.5\n  otter-grader==6.1.6\n}\n${image}`,
    more: staff + more,
  });
  const on = checkedDate("2026-10-05");
  if (on === undefined) throw new Error("no such day");
  const { files, diagnostics } = compile({ files: [createSourceFile("p.hub", text)], assets: new Map() }, { on });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return load(files.find(({ path }) => path === "hubs/h/prod/values.yaml")?.text ?? "");
}

const configPath = (values: unknown): unknown => at(values, "singleuser", "extraEnv", "JUPYTER_CONFIG_PATH");

describe("a course that nbgrader grades", () => {
  it("lets a student write in one folder, which is theirs", () => {
    const mounts = plain(at(valuesOf(), "singleuser", "storage", "extraVolumeMounts"));
    const writable = Object.values(mounts).filter((mount) => at(mount, "readOnly") !== true);
    expect(writable.map((mount) => at(mount, "subPath"))).toEqual(["_grading/c/inbound/{escaped_username}"]);
    const whole = Object.values(mounts).filter(
      (mount) => !String(at(mount, "subPath")).endsWith("/{escaped_username}"),
    );
    expect(whole.map((mount) => at(mount, "mountPath"))).toEqual(["/srv/nbgrader/c/outbound"]);
  });

  it("never lets the grader write what was handed in", () => {
    const overrides = at(valuesOf(), "hub", "config", "KubeSpawner", "group_overrides", "30-hubc-c-grader");
    expect(at(overrides, "groups")).toEqual(["hubc:grader:c"]);
    expect(at(overrides, "spawner_override", "volume_mounts", "nbgrader-c-inbound")).toEqual({
      subPath: "_grading/c/inbound",
      readOnly: true,
    });
  });

  it("gives its grader's server to its staff, and to nobody else", () => {
    const values = valuesOf();
    const roles = Object.values(plain(at(values, "hub", "loadRoles")));
    const reaching = roles.filter((role) => JSON.stringify(at(role, "scopes")).includes("user=grader-c"));
    expect(reaching.map((role) => at(role, "groups"))).toEqual([["ta"]]);
    expect(at(values, "custom", "hubc", "workspaces")).toEqual({ "grader-c": { memberOf: ["hubc:grader:c"] } });
  });

  it("shows the grader times in the project's zone, and leaves those of the exchange in UTC", () => {
    const values = valuesOf({
      more: 'project p {\n  registry = "r.example.edu/p"\n  timezone = "America/Los_Angeles"\n}',
    });
    const fileOf = (name: string) => String(at(values, "singleuser", "extraFiles", name, "stringData"));
    expect(fileOf("hubc-nbgrader-grader")).toContain(
      'hubc_nbgrader.grader(get_config(), timezone="America/Los_Angeles")',
    );
    expect(fileOf("hubc-nbgrader-student")).toContain("hubc_nbgrader.student(get_config())");
    expect(fileOf("hubc-nbgrader")).toContain("c.NbGraderAPI.timezone = timezone");
    expect(fileOf("hubc-nbgrader")).not.toMatch(/c\.Exchange\.timezone/);
  });

  it("names the exchange by the id, and the folders on the share by the course", () => {
    const values = valuesOf({}, 'nbgrader {\n  storage = share\n  course-id = "old-id"\n}');
    expect(at(values, "singleuser", "storage", "extraVolumeMounts", "nbgrader-c-outbound")).toMatchObject({
      mountPath: "/srv/nbgrader/old-id/outbound",
      subPath: "_grading/c/outbound",
    });
  });

  it("keeps what hub and image say of Jupyter's configuration, the hub's before the image's", () => {
    const own = "/etc/hubc/nbgrader/student";
    const image = 'env { JUPYTER_CONFIG_PATH = "/opt/i" }';
    const hub = 'environment { JUPYTER_CONFIG_PATH = "/opt/{h}" }';
    expect(configPath(valuesOf())).toBe(own);
    expect(configPath(valuesOf({ image }))).toBe(`${own}:/opt/i`);
    expect(configPath(valuesOf({ image, hub }))).toBe(`${own}:/opt/{{h}}`);
  });

  it("is all that has any of this", () => {
    const values = JSON.stringify(valuesOf({}, "otter { }"));
    expect(values).not.toMatch(/nbgrader|_grading|grader-c/);
  });

  it("gives no exchange to the other course of its hub", () => {
    const other =
      'course d {\n  title = "D"\n  hub = h\n  image = img\n  term = 2026-08-26 .. 2026-12-18\n  roster = two\n}\ngroup two { members = ["bob"] }\ngroup one { members = ["eve"] }\n';
    const values = valuesOf({ course: "roster = one", more: other });
    expect(JSON.stringify(at(values, "singleuser", "profileList", 0))).toContain("/srv/nbgrader/c/");
    expect(at(values, "singleuser", "profileList", 1, "slug")).toBe("d");
    expect(JSON.stringify(at(values, "singleuser", "profileList", 1))).not.toContain("nbgrader");
    expect(at(values, "custom", "hubc", "servers", "accounts")).toEqual({ "grader-c": { course: "c" } });
    expect(at(values, "custom", "hubc", "servers", "entries", "d", "graderOverride")).toBeUndefined();
  });
});
