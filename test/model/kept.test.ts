// What is known of a declaration from one check to the next, and what makes it be read anew.

import { beforeEach, describe, expect, test } from "vitest";
import type { Block } from "../../compiler/model/block.ts";
import { createWorkspace, type Workspace } from "../../compiler/workspace.ts";

const on = 20731; // 2026-10-05

const files = {
  "a-constants.hub": 'let title = "Physics"\nlet other = "Chemistry"\n',
  "b-cluster.hub": `provider gke cloud {
  project = "p"
  region  = "us-central1"
  cluster = "c"
  pool core  { machine = "n2-standard-4"  nodes = 1..2 }
  pool users { machine = "n2-highmem-8"   nodes = 0..9 }
}
storage nfs homes { server = "10.0.0.2"  export = "/homes" }
hub main {
  provider = cloud
  homes    = homes
  domain   = "main.example.edu"
  admins   = ["ada"]
  choose   = by-choice
  auth google { hosted-domains = ["example.edu"]  client-id = secret("i")  client-secret = secret("s") }
}
image img extends std.scipy { }
group people { members = ["eve"] }
`,
  "c-group.hub": 'group ta { members = ["bob"] }\n',
  "d-base.hub": "abstract course base {\n  hub = main\n  image = img\n  term = 2026-08-26 .. 2026-12-18\n}\n",
  "e-physics.hub":
    "course physics extends base {\n  title = title\n  students = 20\n  staff = [ta]\n  roster = [people]\n}\n",
  "f-alone.hub":
    'course alone {\n  title = "Alone"\n  hub = main\n  image = img\n  term = 2026-08-26 .. 2026-12-18\n  pool = cloud.users\n}\n',
};

let workspace: Workspace;
let before: ReadonlyMap<string, Block | undefined>;

beforeEach(() => {
  workspace = createWorkspace({ on });
  for (const [path, text] of Object.entries(files)) workspace.setFile(path, text);
  before = courses();
});

/** What each course says beside its parent. */
function courses(): ReadonlyMap<string, Block | undefined> {
  const { evaluated } = workspace.examined();
  const concrete = evaluated.filter(({ declaration: { kind, node } }) => kind === "course" && !node.abstract);
  return new Map(concrete.map(({ declaration, block }) => [declaration.name, block]));
}

/** Which courses were read anew? */
function readAnew(): readonly string[] {
  return [...courses()].flatMap(([name, block]) => (block === before.get(name) ? [] : [name])).sort();
}

const change = (path: keyof typeof files, from: string, to: string) =>
  workspace.setFile(path, files[path].replace(from, to));

describe("what is known of a course", () => {
  test("is found out without errors", () => {
    expect([...before.keys()]).toEqual(["physics", "alone"]);
    expect(
      workspace.examined().diagnostics.flatMap(({ severity, message }) => (severity === "error" ? [message] : [])),
    ).toEqual([]);
  });

  test("stays where another file changes that has nothing to do with it", () => {
    change("c-group.hub", "bob", "kim");
    expect(readAnew()).toEqual([]);
  });

  test("goes with its own file", () => {
    change("e-physics.hub", "20", "30");
    expect(readAnew()).toEqual(["physics"]);
    expect(workspace.examined().model?.courses.map(({ students }) => students?.value)).toEqual([undefined, 30]);
  });

  test("goes with its parent", () => {
    change("d-base.hub", "12-18", "12-11");
    expect(readAnew()).toEqual(["physics"]);
  });

  test("goes with a constant that it names, be it only its place", () => {
    workspace.setFile("a-constants.hub", `# a remark\n${files["a-constants.hub"]}`);
    expect(readAnew()).toEqual(["physics"]);
  });

  test.each<readonly [string, keyof typeof files, string, string]>([
    ["a name", "c-group.hub", "group ta", "group tutors"],
    ["what may have children alone", "c-group.hub", "group", "abstract group"],
    ["a pool", "b-cluster.hub", "pool users", "pool students"],
    ["a constant's name", "a-constants.hub", "let other", "let another"],
    ["a header that can't be read", "c-group.hub", "group ta {", "group {"],
  ])("goes with the names that the project declares: %s", (_what, path, from, to) => {
    change(path, from, to);
    expect(readAnew()).toEqual(["alone", "physics"]);
  });

  test("goes with a file that comes, goes or is named", () => {
    workspace.setFile("g.hub", "# nothing\n");
    expect(readAnew()).toEqual(["alone", "physics"]);
    before = courses();
    workspace.setAsset("data.csv", "1,2\n");
    expect(readAnew()).toEqual(["alone", "physics"]);
  });

  test("stays on another day, of which the part of the model is built anew", () => {
    const first = workspace.examined().model?.courses;
    workspace.setOptions({ on: on + 1 });
    const second = workspace.examined().model?.courses;
    expect(readAnew()).toEqual([]);
    expect(second?.map(({ name }) => name)).toEqual(["alone", "physics"]);
    expect(second?.filter((course) => first?.includes(course))).toEqual([]);
  });

  test("is in the model the same part, on the same day", () => {
    const first = workspace.examined().model?.courses;
    change("c-group.hub", "bob", "kim");
    expect(workspace.examined().model?.courses.filter((course) => !first?.includes(course))).toEqual([]);
  });
});
