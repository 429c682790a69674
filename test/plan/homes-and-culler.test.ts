// What a plan says of homes that are kept or not, and of a culler that is on or off: each sentence is true of the values that are written.

import { describe, expect, test } from "vitest";
import { readYaml } from "../../compiler/knowledge/read-yaml.ts";
import { movedHomes } from "../../compiler/node/plan-deploy.ts";
import { homeOf } from "../../compiler/plan/home-place.ts";
import { planned, snapshotOf } from "../../compiler/service/plan.ts";
import { builtProgram } from "../support/plan-changes.ts";
import { smallProgram } from "../support/small-program.ts";

/** Every sentence of the plan, with its weight, but for what runs. */
function sentences(before: string, after: string): readonly string[] {
  const [was, is] = [builtProgram(before), builtProgram(after)];
  const { plan } = planned(snapshotOf(was), is, { readYaml, settle: (found) => found });
  return plan.changes.flatMap(({ weight, code, section, text }) =>
    section === "running" ? [] : [`${weight} ${code}: ${text}`],
  );
}

describe("homes", () => {
  const ofHomes = (storage: string, hub = "") =>
    smallProgram({ course: "  students = 9", hub: `  https { letsencrypt = "help@example.edu" }\n${hub}` }).replace(
      "storage dynamic homes { size = 5GiB }",
      storage,
    );
  const changed = (before: string, after: string, hub = "") => sentences(ofHomes(before), ofHomes(after, hub));
  const memory = "storage memory homes { size = 1GiB }";
  const atWork = 'storage memory homes { size = 1GiB  mount = "/home/jovyan/work" }';
  const dynamic = "storage dynamic homes { size = 2GiB }";
  const nfs = 'storage nfs homes { server = "10.0.0.2"  export = "/homes"  size = 1TiB }';
  const kept = "note homes-kept: What people save in their homes is kept from now on.";

  test("that would be kept no more are refused, and nothing is said of homes that go on", () => {
    const found = changed(dynamic, memory);
    expect(found).toEqual([
      expect.stringContaining(
        "error plan/homes-elsewhere: The homes would last no longer than a server, and came from `a volume for each person, ",
      ),
    ]);
    expect(found[0]).toContain('to = "nowhere that lasts" }` in the hub.');
  });

  test("on a share too", () => {
    expect(changed(nfs, memory)).toContain(
      'error plan/homes-elsewhere: The homes would last no longer than a server, and came from `10.0.0.2:/homes/{username}`: people would find an empty home, and what they save in it is gone when their server stops. Copy what is to be kept first, then say `moved { from = "10.0.0.2:/homes/{username}"  to = "nowhere that lasts" }` in the hub.',
    );
  });

  test("pass where the program says that it is so", () => {
    const moved = '  moved { from = "10.0.0.2:/homes/{username}"  to = "nowhere that lasts" }';
    expect(changed(nfs, memory, moved).filter((text) => text.startsWith("error"))).toEqual([]);
  });

  test("that are kept from now on had nothing that stays, whatever their size and path", () => {
    expect(changed(memory, dynamic)).toEqual([kept]);
    expect(changed(atWork, nfs)).toEqual([
      "warning home-path: Homes appear at /home/jovyan instead of /home/jovyan/work.",
      kept,
    ]);
  });

  test("that nothing keeps on either side only have another path", () => {
    expect(changed(memory, atWork)).toEqual([
      "warning home-path: Homes appear at /home/jovyan/work instead of /home/jovyan.",
    ]);
    expect(changed(memory, memory.replace("1GiB", "2GiB"))).toEqual([]);
  });

  test("of volumes that go on keep their size, and those of a share what is in them", () => {
    expect(changed(dynamic, dynamic.replace("2GiB", "4GiB"))).toEqual([
      "warning homes-keep: Homes that exist keep the size 2Gi; only those of new people get 4Gi.",
    ]);
    expect(changed(nfs, nfs.replace(" }", '  mount = "/home/jovyan/work" }'))).toEqual([
      "warning home-path: Homes appear at /home/jovyan/work instead of /home/jovyan: what is in them stays, and paths that people wrote into notebooks lead elsewhere.",
    ]);
  });
});

describe("a deployment", () => {
  const release = { name: "h-prod" };
  const none = homeOf({ singleuser: { storage: { type: "none", homeMountPath: "/home/jovyan" } } });
  const own = homeOf({ singleuser: { storage: { type: "dynamic" } } });
  const refused = (homes: string | undefined, was: string | undefined, moved = false) =>
    movedHomes({ homes, release }, was, { moved });

  test("refuses homes that would be kept no more, and not those that are kept from now on", () => {
    expect(refused(none, own)).toEqual([
      "The homes of h-prod would last no longer than a server, and come from type `dynamic`: people would find an empty home, and what they save in it is gone when their server stops. Copy what is to be kept first, then deploy with `--moved`.",
    ]);
    expect(refused(own, "claim `homes`")).toEqual([
      "The homes of h-prod would come from type `dynamic`, and come from claim `homes`: people would find an empty home. Copy the homes first, then deploy with `--moved`.",
    ]);
    expect([refused(own, none), refused(none, none), refused(none, undefined), refused(none, own, true)]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });
});

describe("a culler", () => {
  const changed = (before: string, after: string) =>
    sentences(smallProgram({ hub: before }), smallProgram({ hub: after }));
  const off =
    "  cull {\n    enabled = false\n    idle = 2h\n    max-age = 8h\n    every = 5min\n    remove-named = true\n    connected-kernels = true\n  }";
  const on = "  cull { idle = 2h }";

  test("that is switched off stops, looks at and removes nothing", () => {
    expect(changed(on, off)).toEqual([
      "note hub-idle-servers-stop-after: Idle servers are never stopped any more; before, after 2 hours.",
    ]);
  });

  test("that is switched on does what it says", () => {
    expect(changed(off, off.replace("false", "true"))).toEqual([
      "note hub-idle-servers-stop-after: Idle servers stop after 2 hours; before, they were never stopped.",
      "note hub-longest-run: New: longest run 8 hours.",
      "note hub-servers-are-looked-at-every: New: servers are looked at every 5 minutes.",
      "note hub-kernels-that-a-browser-shows: Idle kernels that a browser shows are stopped too now.",
      "note hub-stopped-servers-with-names: New: stopped servers with names removed.",
    ]);
  });

  test("of the chart stops servers where the hub says nothing", () => {
    expect(changed("", "  cull { enabled = false }")).toEqual([
      "note hub-idle-servers-stop-after: Idle servers are never stopped any more; before, after 1 hour.",
    ]);
    expect(changed("", "  cull { idle = 1h }")).toEqual([]);
    expect(changed("", on)).toEqual([
      "note hub-idle-servers-stop-after: Idle servers stop after 2 hours instead of 1 hour.",
    ]);
  });

  test("that is off stops kernels where they have a time of their own", () => {
    expect(
      changed(
        "  cull { enabled = false }",
        "  cull {\n    enabled = false\n    kernels = 30min\n    connected-kernels = true\n  }",
      ),
    ).toEqual([
      "note hub-idle-kernels-stop-after: New: idle kernels stop after 30 minutes.",
      "note hub-kernels-that-a-browser-shows: Idle kernels that a browser shows are stopped too now.",
    ]);
  });

  test("that the hub's own values switch off or set is told as it comes out", () => {
    expect(changed("", "  values { cull.enabled = false }")).toContain(
      "note hub-idle-servers-stop-after: Idle servers are never stopped any more; before, after 1 hour.",
    );
    expect(changed("", "  values { cull.timeout = 600 }")).toContain(
      "note hub-idle-servers-stop-after: Idle servers stop after 10 minutes instead of 1 hour.",
    );
  });
});
