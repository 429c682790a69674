// Lists of profiles: what KubeSpawner does not take, or passes over, is found; what it takes is not. What is said here of KubeSpawner
// was tried with 7.0.0.

import { describe, expect, test } from "vitest";
import { chartPitfalls } from "../../compiler/knowledge/chart-pitfalls.ts";
import { withDefaults } from "../../compiler/knowledge/chart-values.ts";
import { newestChart } from "../../compiler/knowledge/charts/charts.ts";
import type { Json } from "../../compiler/knowledge/json-schema.ts";

/** Each finding: where it is below the list, and how it begins. */
function found(profileList: Json, singleuser: Record<string, Json> = {}): string[] {
  return chartPitfalls(withDefaults(newestChart, { singleuser: { ...singleuser, profileList } }), newestChart).map(
    ({ paths: [path], problem }) => `${path.slice(2).join(".")} ${problem}`,
  );
}

const profile = (more: Record<string, Json>) => [{ display_name: "A", ...more }];
const override = (kubespawner_override: Json) => profile({ kubespawner_override });
const option = (more: Record<string, Json>) => profile({ profile_options: { o: { display_name: "O", ...more } } });
const choice = (more: Record<string, Json>) => option({ choices: { c: { display_name: "C", ...more } } });
const typed = (kubespawner_override: Json) =>
  option({
    choices: { c: { display_name: "C" } },
    unlisted_choice: { enabled: true, display_name: "Other", kubespawner_override },
  });

describe("what KubeSpawner takes", () => {
  test.each<[string, Json]>([
    ["nothing", []],
    ["a plain profile", profile({ slug: "a", description: "d", default: true })],
    ["keys of one's own", profile({ allowed_groups: ["a"], kubespawner_override: { cpu_limit: 2 } })],
    [
      "amounts of memory",
      ["2G", "1.5G", "512M", "2 G", 2147483648, null].map((mem_limit, i) => ({
        display_name: `${i}`,
        kubespawner_override: { mem_limit, mem_guarantee: 0 },
      })),
    ],
    [
      "traits of the parent class",
      override({ environment: { A: "1", B: null }, default_url: "/lab", start_timeout: 600 }),
    ],
    [
      "volumes as a map and as a list",
      override({ volumes: { a: { name: "a" } }, volume_mounts: [{ name: "a", mountPath: "/home/jovyan" }] }),
    ],
    ["names of before", override({ image_spec: "quay.io/a/b:1", singleuser_uid: 1000 })],
    [
      "images by tag and by digest",
      [
        { display_name: "A", kubespawner_override: { image: "quay.io/a/b:2026-01-05" } },
        { display_name: "B", kubespawner_override: { image: `quay.io/a/b@sha256:${"0".repeat(64)}` } },
      ],
    ],
    ["choices", choice({ default: true, kubespawner_override: { image: "quay.io/a/b:1" } })],
    ["what people type", typed({ image: "{value}", mem_limit: "{value}G", extra_labels: { tag: "{value}" } })],
    ["GPUs", override({ extra_resource_limits: { "nvidia.com/gpu": 1 }, node_selector: { gpu: "yes" } })],
  ])("%s", (_, list) => {
    expect(found(list)).toEqual([]);
  });
});

const memory = 'takes a number of bytes, or a text such as `"2G"`, not the text';
const at = "0.kubespawner_override";
const inOption = "0.profile_options.o";

describe("what it does not take, or passes over", () => {
  test.each<[Json, string]>([
    [override({ mem_limit: "banana" }), `${at}.mem_limit ${memory} \`"banana"\`, so that such a server does not start`],
    [
      override({ mem_limit: "2 GB" }),
      `${at}.mem_limit ${memory} \`"2 GB"\`, so that such a server does not start: write \`"2G"\``,
    ],
    [
      override({ mem_limit: "2Gi" }),
      `${at}.mem_limit ${memory} \`"2Gi"\`, so that such a server does not start: write \`"2G"\``,
    ],
    [
      override({ mem_guarantee: "512m" }),
      `${at}.mem_guarantee ${memory} \`"512m"\`, so that such a server does not start: write \`"512M"\``,
    ],
    [override({ mem_limit: "1024" }), `${at}.mem_limit ${memory} \`"1024"\`, so that such a server does not start`],
    [
      override({ cpu_limit: "500m" }),
      `${at}.cpu_limit takes a number, not the text \`"500m"\`, so that such a server does not start`,
    ],
    [
      override({ uid: "1000" }),
      `${at}.uid takes a whole number, not the text \`"1000"\`, so that such a server does not start`,
    ],
    [override({ image: null }), `${at}.image takes a text, not \`null\`, so that such a server does not start`],
    [
      override({ node_selector: ["a"] }),
      `${at}.node_selector takes a map, not a list, so that such a server does not start`,
    ],
    [
      override({ start_timeout: 1.5 }),
      `${at}.start_timeout takes a whole number, not \`1.5\`, so that such a server does not start`,
    ],
    [override({ imge: "x:1" }), `${at}.imge is no trait of KubeSpawner, which passes over it: did you mean \`image\`?`],
    [
      override({ memLimit: "2G" }),
      `${at}.memLimit is no trait of KubeSpawner, which passes over it: did you mean \`mem_limit\`?`,
    ],
    [
      override({ memory_limit: "2G" }),
      `${at}.memory_limit is no trait of KubeSpawner, which passes over it: did you mean \`mem_limit\`?`,
    ],
    [
      override({ zzz: 1 }),
      `${at}.zzz is no trait of KubeSpawner, which passes over it: traits are written as \`mem_limit\``,
    ],
    [
      override({ environment: { A: 1 } }),
      `${at}.environment.A takes a text, not \`1\`, and Kubernetes refuses such servers: put it in quotes`,
    ],
    [
      override({ image: "quay.io/A/b:1" }),
      `${at}.image is \`quay.io/A/b:1\`, which no registry takes as the name of an image`,
    ],
    [
      override({ image: "quay.io/a/b" }),
      `${at}.image is \`quay.io/a/b\`, and without a tag this means \`:latest\`, which is another image every week: name a tag that stays, or a digest`,
    ],
    [
      override({ image: "quay.io/a/b:latest" }),
      `${at}.image is \`quay.io/a/b:latest\`, and \`:latest\` is moved from image to image: name a tag that stays, or a digest`,
    ],
    [override([1]), `${at} takes a map of traits, not a list`],
    [override(null), `${at} takes a map of traits, not \`null\``],
    [
      override({ mem_limit: "512M" }),
      `${at}.mem_limit is below the guarantee, \`"1G"\`, and Kubernetes refuses such servers: set \`mem_guarantee\` too`,
    ],
    [["A"], '0 takes a map for each profile, not the text `"A"`'],
    [[{ slug: "a" }], "0 has no `display_name`, without which no server starts"],
    [profile({ displayName: "B" }), ""],
    [
      profile({ kubespawner_overide: {} }),
      "0.kubespawner_overide is no key that KubeSpawner reads, so that it does nothing: did you mean `kubespawner_override`?",
    ],
    [
      profile({ profileOptions: {} }),
      "0.profileOptions is no key that KubeSpawner reads, so that it does nothing: did you mean `profile_options`?",
    ],
    [profile({ default: "yes" }), '0.default takes `true` or `false`, not the text `"yes"`'],
    [[{ display_name: 3 }], "0.display_name takes a text, not `3`"],
    [
      [
        { display_name: "A", default: true },
        { display_name: "B", default: true },
      ],
      "1.default is a second default, and only the first one is taken: keep one",
    ],
    [
      [
        { display_name: "A", slug: "a" },
        { display_name: "B", slug: "a" },
      ],
      "1.slug gives the slug `a` a second time, and the first profile that has it is started for both: give one of them a `slug` of its own",
    ],
    [
      [{ display_name: "Large one" }, { display_name: "large-one" }],
      "1.display_name gives the slug `large-one` a second time, and the first profile that has it is started for both: give one of them a `slug` of its own",
    ],
    [
      profile({ profile_options: [] }),
      "0.profile_options takes a map of options, each by a key of its own, not a list",
    ],
    [option({ choices: [] }), `${inOption}.choices takes a map of choices, each by a key of its own, not a list`],
    [option({}), `${inOption} has no \`choices\` to begin with, without which no server starts: give at least one`],
    [
      option({ choices: {} }),
      `${inOption} has no \`choices\` to begin with, without which no server starts: give at least one`,
    ],
    [
      option({ choice: { a: { display_name: "a" } } }),
      `${inOption}.choice is no key that KubeSpawner reads, so that it does nothing: did you mean \`choices\`?`,
    ],
    [option({ choices: { a: "x" } }), `${inOption}.choices.a takes a map, not the text \`"x"\``],
    [
      option({ choices: { a: {} } }),
      `${inOption}.choices.a has no \`display_name\`, so that the form shows an empty line for it`,
    ],
    [
      option({ choices: { a: { display_name: "a", default: true }, b: { display_name: "b", default: true } } }),
      `${inOption}.choices.b.default is a second default, and only the first one is taken: keep one`,
    ],
    [
      choice({ kubespawner_override: { imge: "x:1" } }),
      `${inOption}.choices.c.kubespawner_override.imge is no trait of KubeSpawner, which passes over it: did you mean \`image\`?`,
    ],
    [
      choice({ kubespawner_override: { mem_limit: "2GiB" } }),
      `${inOption}.choices.c.kubespawner_override.mem_limit ${memory} \`"2GiB"\`, so that such a server does not start: write \`"2G"\``,
    ],
    [
      typed({ cpu_limit: "{value}" }),
      `${inOption}.unlisted_choice.kubespawner_override.cpu_limit takes a number, not the text \`"{value}"\`, so that such a server does not start`,
    ],
    [
      typed({ imge: "{value}" }),
      `${inOption}.unlisted_choice.kubespawner_override.imge is no trait of KubeSpawner, which passes over it: did you mean \`image\`?`,
    ],
    [
      option({ choices: { c: { display_name: "C" } }, unlisted_choice: { enabled: true } }),
      `${inOption}.unlisted_choice has no \`kubespawner_override\`, so that what people type does nothing`,
    ],
    [
      option({ choices: { c: { display_name: "C" } }, unlisted_choice: { enabled: "yes" } }),
      `${inOption}.unlisted_choice.enabled takes \`true\` or \`false\`, not the text \`"yes"\``,
    ],
  ])("%j", (list, expected) => {
    expect(found(list)).toEqual(expected === "" ? [] : [expected]);
  });

  test("a choice's limit is held against the profile's guarantee, and that against the hub's", () => {
    const list = profile({
      kubespawner_override: { mem_guarantee: "4G", mem_limit: "8G" },
      profile_options: {
        o: { display_name: "O", choices: { c: { display_name: "C", kubespawner_override: { mem_limit: "2G" } } } },
      },
    });
    expect(found(list)).toEqual([
      `${inOption}.choices.c.kubespawner_override.mem_limit is below the guarantee, \`"4G"\`, and Kubernetes refuses such servers: set \`mem_guarantee\` too`,
    ]);
    expect(found(override({ cpu_guarantee: 4 }), { cpu: { limit: 2 } })).toEqual([
      `${at}.cpu_guarantee is above the limit, \`2\`, and Kubernetes refuses such servers: set \`cpu_limit\` too`,
    ]);
  });

  test("traits for the members of a group are looked at alike", () => {
    const group_overrides = { big: { groups: ["big"], spawner_override: { mem_limit: "banana", imge: "x" } } };
    const values = { hub: { config: { KubeSpawner: { group_overrides } } } };
    expect(
      chartPitfalls(withDefaults(newestChart, values), newestChart).map(({ paths: [path] }) => path.join(".")),
    ).toEqual([
      "hub.config.KubeSpawner.group_overrides.big.spawner_override.mem_limit",
      "hub.config.KubeSpawner.group_overrides.big.spawner_override.imge",
    ]);
  });
});

describe("the pattern of a typed name", () => {
  const pattern = (validation_regex: string) =>
    option({
      unlisted_choice: {
        enabled: true,
        display_name: "Other",
        validation_regex,
        kubespawner_override: { image: "{value}" },
      },
    });
  const at = "0.profile_options.o.unlisted_choice.validation_regex";
  test.each([
    [
      "[a",
      `${at} is no pattern that Python takes (unterminated character class), so that no server with a typed name starts`,
    ],
    [
      "^.+(:.+$",
      `${at} is no pattern that Python takes (unterminated group), so that no server with a typed name starts`,
    ],
  ])("%s", (text, finding) => {
    expect(found(pattern(text))).toEqual([finding]);
  });
  test.each(["^.+:.+$", "^(?P<name>.+):(?P<tag>.+)$", "(?i)^.+$", "^(?i:.+):.+$", "^a++$"])("%s is one", (text) => {
    expect(found(pattern(text))).toEqual([]);
  });
});
