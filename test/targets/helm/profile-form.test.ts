// What a list of profiles that exists already holds: keys and titles of its choices, sizes with GPUs, typed and built images, and whose it is.

import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { compile } from "../../../compiler/compile.ts";
import { checkedDate } from "../../../compiler/text/calendar.ts";
import { createSourceFile } from "../../../compiler/text/source-file.ts";
import { chartComplaints } from "../../support/chart-values.ts";
import { at } from "../../support/compiled-programs.ts";
import { findings, smallProgram } from "../../support/small-program.ts";

const more = `image other {
  title       = "Other"
  description = "With <b>R</b>"
  prebuilt    = "rocker/binder:4.4"
}
group staff { members = ["bea"] }
`;

interface Profile {
  readonly kubespawner_override?: object;
  readonly profile_options?: Readonly<Record<string, { readonly choices: Readonly<Record<string, object>> }>>;
}

interface Built {
  readonly singleuser: { readonly profileList: readonly Profile[] } & Readonly<Record<string, unknown>>;
  readonly custom?: { readonly hubc: Readonly<Record<string, unknown>> };
}

function built(hub: string, images = ""): Built {
  const text = smallProgram({ hub: `  choose = by-choice\n${hub}`, more: more + images }).replace(
    /^course[\s\S]*?^\}\n/m,
    "",
  );
  const on = checkedDate("2026-10-05");
  if (on === undefined) throw new Error("no day");
  const { files, diagnostics } = compile({ files: [createSourceFile("p.hub", text)], assets: new Map() }, { on });
  expect(diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual([]);
  const values = load(files.find(({ path }) => path === "hubs/h/prod/values.yaml")?.text ?? "");
  const part = (values as { readonly jupyterhub?: unknown }).jupyterhub ?? values; // below an umbrella chart's key
  expect(chartComplaints(part)).toEqual([]);
  return part as Built; // the shape that is compared
}

const profileOf = (profile: string, hub = "  image = img\n") =>
  built(`${hub}  profile a {\n${profile}\n  }\n`).singleuser;

describe("the form", () => {
  it("keeps the keys and titles that a list has", () => {
    const { profileList } = profileOf(`    images = [img, other]
    image-choice { title = "Environment"  key = "env" }
    size-choice { title = "Node share"  key = "requests" }
    size "mem_8" { title = "8 GB"  description = "Up to 4 & more"  memory = 7GiB .. 8GiB }
    size "mem_16" { title = "16 GB"  memory = 15GiB .. 16GiB  default = true }`);
    expect(profileList[0]?.profile_options).toEqual({
      env: {
        display_name: "Environment",
        choices: {
          img: { display_name: "img", default: true, kubespawner_override: expect.anything() },
          other: expect.objectContaining({ display_name: "Other", description: "With &lt;b&gt;R&lt;/b&gt;" }),
        },
      },
      requests: {
        display_name: "Node share",
        choices: {
          mem_8: {
            display_name: "8 GB",
            description: "Up to 4 &amp; more",
            kubespawner_override: { mem_guarantee: "7G", mem_limit: "8G" },
          },
          mem_16: {
            display_name: "16 GB",
            default: true,
            kubespawner_override: { mem_guarantee: "15G", mem_limit: "16G" },
          },
        },
      },
    });
  });

  it("takes what the hub says for each profile that says nothing else", () => {
    const hub = `  image = img
  any-image { title = "Custom image"  pattern = "^.+:.+$"  message = "With its tag" }
  image-choice { title = "Environment" }
`;
    const { profileList } = built(`${hub}  profile a { }
  profile b {
    image-choice { title = "Software" }
    any-image { message = "Otherwise" }
  }
  profile c { any-image = false }
`).singleuser;
    expect(profileList.slice(0, 2).map((one) => one.profile_options)).toMatchObject([
      {
        image: {
          display_name: "Environment",
          unlisted_choice: {
            enabled: true,
            display_name: "Custom image",
            validation_regex: "^.+:.+$",
            validation_message: "With its tag",
            kubespawner_override: { image: "{value}" },
          },
        },
      },
      {
        image: {
          display_name: "Software",
          unlisted_choice: { display_name: "Custom image", validation_message: "Otherwise" },
        },
      },
    ]);
    expect(profileList[2]?.profile_options).toBeUndefined();
  });

  it("offers an image from a repository where something of the project's builds it", () => {
    const { profileList } = profileOf(
      "    any-repository = true",
      '  image = img\n  umbrella { chart = "charts/hub" }\n',
    );
    expect(profileList[0]?.profile_options?.["image"]).toMatchObject({ dynamic_image_building: { enabled: true } });
    expect(
      findings(smallProgram({ hub: "  profile a {\n    image = img\n    any-repository = true\n  }\n" })),
    ).toContain("profile/nothing-builds");
  });
});

describe("a size", () => {
  it("has GPUs and variables of its own, and may have no limit", () => {
    const { profileList } = profileOf(`    memory = 1GiB .. 2GiB
    size gpu {
      memory = 7GiB .. unlimited
      gpu    = 1
      environment { DRIVER = "compute" }
    }
    size plain { cpu = 1 .. 2 }`);
    const { choices } = profileList[0]?.profile_options?.["size"] ?? { choices: {} };
    expect(choices["gpu"]).toMatchObject({
      kubespawner_override: {
        mem_guarantee: "7G",
        mem_limit: null,
        extra_resource_limits: { "nvidia.com/gpu": "1" },
        environment: { DRIVER: "compute" },
      },
    });
    expect(choices["plain"]).toMatchObject({ kubespawner_override: { cpu_guarantee: 1, cpu_limit: 2 } });
  });
});

describe("what the hub says of all servers", () => {
  it("stands once, and a profile says in what it is another", () => {
    const { memory, cpu, defaultUrl, profileList } = built(`  image = img
  memory    = 1GiB .. 2GiB
  cpu       = 0.1 .. 2
  open-with = "/tree"
  profile a { }
  profile b { memory = 1GiB .. unlimited  open-with = lab }
`).singleuser;
    expect({ memory, cpu, defaultUrl }).toEqual({
      memory: { guarantee: "1G", limit: "2G" },
      cpu: { guarantee: 0.1, limit: 2 },
      defaultUrl: "/tree",
    });
    expect(profileList[0]).not.toHaveProperty("kubespawner_override");
    expect(profileList[1]?.kubespawner_override).toMatchObject({ mem_limit: null, default_url: "/lab" });
    expect(profileList[1]?.kubespawner_override).not.toHaveProperty("image");
    expect(profileList[1]?.kubespawner_override).not.toHaveProperty("mem_guarantee");
    // What a profile says itself stands, though the hub says the same.
    const { profileList: own } = built("  image = img\n  profile a { image = img }\n  profile b { }\n").singleuser;
    expect(own[0]).toHaveProperty("kubespawner_override.image");
    expect(own[1]).not.toHaveProperty("kubespawner_override");
  });
});

describe("an image that opens another page", () => {
  const images = `
image notebooks extends img { open-with = "/tree"  title = "Notebooks" }
image rocker    extends img { open-with = rstudio  title = "R" }
`;
  const choices = (hub: string) => {
    const { profileList } = built(`  image = img\n  profile a {\n${hub}\n  }\n`, images).singleuser;
    const all = profileList[0]?.profile_options?.["image"]?.choices ?? {};
    return Object.entries(all).map(([name, one]) => [name, at(one, "kubespawner_override", "default_url")]);
  };

  it("does so where it is chosen, and not where the server opens that page anyway", () => {
    expect(choices("    images = [img, notebooks]")).toEqual([
      ["img", undefined],
      ["notebooks", "/tree"],
    ]);
    expect(choices('    open-with = "/tree"\n    images = [notebooks, img]')).toEqual([
      ["notebooks", undefined],
      ["img", undefined],
    ]);
  });

  it("has to hold what it opens", () => {
    const program = (image: string) =>
      findings(smallProgram({ hub: `  profile a { images = [img, ${image}] }\n`, more: images }));
    expect(program("notebooks")).not.toContain("image/missing-feature");
    expect(program("rocker")).toContain("image/missing-feature");
  });
});

describe("an image with its home elsewhere", () => {
  it("has everybody's folders below its own home, where it is chosen and where it is the profile's", () => {
    const image = `image r { prebuilt = "ghcr.io/c/r:1"  home = "/home/rstudio" }
storage nfs common { server = "10.0.0.2"  export = "/common" }
`;
    const moved = {
      "volume-{user_server}": { mountPath: "/home/rstudio" },
      "mount-data": { mountPath: "/home/rstudio/data" },
    };
    const { profileList } = built(
      `  image = img
  mount data { path = "data"  folder = "_data"  storage = common }
  mount tools { path = "/opt/tools"  folder = "_tools"  storage = common }
  profile a { images = [img, r] }
  profile b { image = r }
`,
      image,
    ).singleuser;
    const choice = profileList[0]?.profile_options?.["image"]?.choices["r"];
    expect(at(choice, "kubespawner_override", "volume_mounts")).toEqual(moved);
    expect(at(profileList[1], "kubespawner_override", "volume_mounts")).toEqual(moved);
  });
});

describe("a key for which there is no word", () => {
  it("is added, refused where hubc writes another, and judged as the rest is", () => {
    const entry = (values: string) => `    values { ${values} }`;
    expect(profileOf(entry("kubespawner_override.http_timeout = 60")).profileList[0]).toMatchObject({
      kubespawner_override: { http_timeout: 60 },
    });
    const codes = (values: string) =>
      findings(smallProgram({ hub: `  choose = by-choice\n  profile a {\n    image = img\n${entry(values)}\n  }\n` }));
    expect(codes("kubespawner_override.http_timeout = 60")).not.toContain("values/clash");
    expect(codes('display_name = "Another"')).toContain("values/clash");
    expect(codes("kubespawner_override.mem_limt = 60")).toContain("values/does-not-work");
  });
});

describe("whose it is", () => {
  const hub = (leftOut: string, umbrella = '  umbrella { chart = "charts/hub" }\n') => `  image = img
${umbrella}  leave-out = [${leftOut}]
  profile a { for = staff }
  profile b {
    size s { memory = 1GiB .. 2GiB }
    size l { memory = 7GiB .. 8GiB  for = staff }
  }
`;

  it("is held by hubc's Python, or said in the list for another's", () => {
    const held = built(hub("server-settings"));
    expect(JSON.stringify(held.singleuser)).not.toContain("allowed_groups");
    expect(held.custom?.hubc["servers"]).toBeDefined();
    const said = built(hub("choice-rules"));
    expect(said.singleuser.profileList).toMatchObject([
      { allowed_groups: ["staff"] },
      { profile_options: { size: { choices: { l: { allowed_groups: ["staff"] } } } } },
    ]);
    expect(said.custom?.hubc["servers"]).toBeUndefined();
  });

  it("is not left to nobody", () => {
    const codes = (text: string) => findings(smallProgram({ hub: text, more }).replace(/^course[\s\S]*?^\}\n/m, ""));
    expect(codes(hub("choice-rules"))).not.toContain("hub/left-out-used");
    expect(codes(hub("choice-rules", ""))).toContain("hub/left-out-used");
    expect(findings(smallProgram({ hub: hub("choice-rules"), more }))).toContain("hub/left-out-used");
  });
});
