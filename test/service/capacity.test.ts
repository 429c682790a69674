import { describe, expect, test } from "vitest";
import { capacityReport } from "../../compiler/capacity/capacity-report.ts";
import { capacityJson } from "../../compiler/service/capacity-json.ts";
import { capacityPicture } from "../../compiler/service/capacity-picture.ts";
import { capacityText } from "../../compiler/service/capacity-text.ts";
import { courseOnGke } from "../support/course-on-gke.ts";
import { modelOf, smallProgram } from "../support/small-program.ts";

const course = `  peak = 200
  memory = 1GiB .. 2GiB
  lecture main { days = [mon]  time = 10:00 .. 11:00 }
  during 2026-11-02 .. 2026-11-20 { memory = 2GiB .. 2GiB }
`;
const stages = '  stage staging { domain = "s.example.edu" }\n  stage prod { }\n';
const report = capacityReport(modelOf(courseOnGke({ course, nodes: "0..20", hub: stages })));

describe("the table", () => {
  const text = capacityText(report);
  const part = (name: string) => text.split(/\n(?=h-)/).find((one) => one.startsWith(name)) ?? "";

  test("says how many people a node holds, and how many nodes they need, in each window", () => {
    expect(part("h-prod")).toMatch(/c +usually +1 GiB +27, by memory +\S+ MiB +200 +8 of 20\n/);
    expect(part("h-prod")).toMatch(/c +2026-11-02 to 2026-11-20 +2 GiB +13, by memory +1\.1 GiB +200 +16 of 20\n/);
  });

  test("says what is bought and not usable", () => {
    expect(part("h-prod")).toContain("A node has 32 GiB, 4 cores; for people 27.1 GiB, 3.45 cores, 98 pods.");
    expect(part("h-prod")).toContain("Bought and not usable: 4.9 GiB (15 %)");
  });

  test("says what it costs, with the price's date and source", () => {
    expect(part("h-prod")).toMatch(/Cost: \d+ USD a month, \d+ USD a term\./);
    expect(part("h-prod")).toContain(
      "0.262 USD an hour for a node, on demand in us-central1, 2026-06-23 (kubernetes/autoscaler",
    );
    expect(text).toContain("5 % of them at night");
  });

  test.each([
    ["", "exams and until idle servers are stopped (on"],
    ["  cull { idle = 12h }\n", "until idle servers are stopped, at the longest to the end of the day (on"],
    [
      "  values { cull.enabled = false }\n",
      "to the end of the day, since nothing stops idle servers: those that nobody",
    ],
    ["  cull { enabled = false }\n", "to the end of the day, since nothing stops idle servers: those that nobody"],
    ['  python { "1" = "c.JupyterHub.services = []" }\n', "since Python decides when idle servers are stopped (on"],
  ])("says how long servers go on: %j", (hub, words) => {
    const said = capacityText(capacityReport(modelOf(courseOnGke({ course, nodes: "0..20", hub }))));
    expect(said.replaceAll("\n", " ")).toContain(words);
  });

  test("counts choices of the hub's own profile list that look for the pool's nodes, and says where others run", () => {
    const profile = (name: string, memory: string, selector: string) =>
      `{ display_name = "${name}"  kubespawner_override = { mem_guarantee = "${memory}"  mem_limit = "${memory}"  node_selector = { ${selector} } } }`;
    const list = [profile("S", "4G", 'pool = "users"'), profile("L", "100G", 'pool = "big"  size = "l"')].join(", ");
    const pools = ["core", "users", "big", "idle"].map(
      (name) =>
        `  pool ${name} { label = "pool=${name}${name === "big" ? ",size=l" : ""}"  nodes = 0..9  memory = 256GiB  cpu = 8 }\n`,
    );
    const text = smallProgram({
      course: "  pool = k.users\n  peak = 60",
      hub: `  values { singleuser.profileList = [${list}] }\n`,
    }).replace("provider kind k { }", `provider kubernetes k {\n  context = "c"\n${pools.join("")}}`);
    const said = capacityText(capacityReport(modelOf(text)));
    const part = (pool: string) => said.split(/\n {2}(?=pool )/).find((one) => one.startsWith(`pool ${pool}:`));
    expect(part("users")).toMatch(/c +usually +4 GiB/);
    expect(part("big")).toContain("choose in the hub's own profile list: how many, nobody says");
    expect(part("idle")).toContain("No server runs here.");
  });

  test("says of servers that name none of several pools that they are not counted", () => {
    const pools = ["core", "users", "big"].map((name) => `  pool ${name} { nodes = 0..9  memory = 256GiB  cpu = 8 }\n`);
    const said = (course: string, hub = "") =>
      capacityText(
        capacityReport(
          modelOf(
            smallProgram({ course, hub }).replace(
              "provider kind k { }",
              `provider kubernetes k {\n  context = "c"\n${pools.join("")}}`,
            ),
          ),
        ),
      );
    expect(said("  peak = 60")).toContain("Servers of c may run here: they name no `pool`, of which there are several");
    expect(said("  pool = k.users\n  peak = 60")).not.toContain("may run here");
    const sizes = "  pool = k.users\n  size s { memory = 1GiB }\n  size l { memory = 2GiB  pool = k.big }";
    expect(said(sizes)).not.toContain("may run here");
    const placed = '  values { singleuser.nodeSelector = { disk = "ssd" } }\n';
    expect(said("  peak = 60", placed)).not.toContain("may run here");
  });

  test("counts nobody on a stage for trying out", () => {
    expect(part("h-staging")).toContain("27, by memory");
    expect(part("h-staging")).not.toMatch(/USD| of 20/);
    expect(part("h-staging")).toContain("Nobody is counted here");
  });

  test("says what is too small, and what is not known", () => {
    const small = capacityReport(modelOf(courseOnGke({ course: "  memory = 1GiB .. 1GiB\n", machine: "zz-9" })));
    expect(capacityText(small)).toContain("zz-9, 0 to 5 nodes\n  What this machine has is not known");
    expect(capacityText(capacityReport(modelOf(smallProgram())))).toContain("It has no pool");
  });
});

describe("the data", () => {
  const data: unknown = JSON.parse(capacityJson(report));

  test("has every number of the table", () => {
    expect(data).toMatchObject({
      on: "2026-10-05",
      timezone: "UTC",
      releases: [
        {
          name: "h-prod",
          forPeople: true,
          cost: { currency: "USD" },
          pools: [
            { name: "core", core: true },
            {
              name: "users",
              machine: "n2-highmem-4",
              nodes: { from: 0, to: 20 },
              nodesAtPeak: 16,
              courses: [
                { course: "c", aNode: 27, limit: "memory", people: 200, nodes: 8 },
                { course: "c", aNode: 13, nodes: 16, days: [{ from: "2026-11-02", to: "2026-11-20" }] },
              ],
              cost: { price: { amount: 0.262, date: "2026-06-23" } },
            },
          ],
        },
        { name: "h-staging", forPeople: false },
      ],
    });
  });

  test("has the day in quarters of an hour", () => {
    expect(JSON.stringify(data)).toContain(
      '"full":[{"course":"c","label":"lecture main","from":"10:00","to":"11:00"}]',
    );
  });
});

describe("the picture", () => {
  const picture = capacityPicture(report);

  test("says in words what it shows", () => {
    expect(picture).toContain('role="img" aria-labelledby="title description"');
    expect(picture).toContain('<title id="title">Nodes on Monday, 2026-10-05</title>');
    expect(picture).toContain(
      "h-prod, pool users, Monday 2026-10-05: from 1 to 10 nodes, the most from 09:30. People come for c lecture main from 10:00 to 11:00.",
    );
  });

  test("draws one panel for each pool with people", () => {
    expect(picture.match(/class="nodes"/g)).toHaveLength(1);
    expect(picture).not.toContain('class="short"');
  });

  test("shows what is missing above the pool's bound", () => {
    const { sound } = overfull();
    const text = capacityPicture(sound);
    expect(text).toContain('class="short"');
    expect(text).toContain('class="bound"');
    expect(text).toContain("at most 5 nodes · 8 needed");
  });

  test("takes nothing from elsewhere, and suits dark screens", () => {
    expect(picture.replace('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(/https?:|@import|<image|<script/);
    expect(picture).toContain("prefers-color-scheme: dark");
  });

  test("says so where there is nothing to draw", () => {
    expect(capacityPicture(capacityReport(modelOf(smallProgram())))).toContain("Nothing is known");
  });
});

function overfull() {
  const text = courseOnGke({ course, nodes: "0..20" });
  const model = modelOf(text);
  const releases = model.releases.map((release) => ({
    ...release,
    provider: {
      ...release.provider,
      pools: release.provider.pools.map((pool) =>
        pool.core || pool.nodes === undefined ? pool : { ...pool, nodes: { ...pool.nodes, value: { from: 0, to: 5 } } },
      ),
    },
  }));
  return { sound: capacityReport({ ...model, releases }) };
}
