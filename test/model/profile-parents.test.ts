// Profiles that extend another: whichever is written first, in one hub and over the hub that it extends.

import { expect, test } from "vitest";
import type { Server } from "../../compiler/model/server.ts";
import { findings, modelOf, smallProgram } from "../support/small-program.ts";

const serversOf = (text: string): readonly Server[] => modelOf(text).releases[0]?.permanent ?? [];

const cpu = `  profile cpu {
    title       = "CPU only"
    description = "For most"
    slug        = "usual"
    default     = true
    peak        = 30
    image       = img
    memory      = 1GiB .. 2GiB
    environment { A = "1"  B = "1" }
    size small { title = "Small" }
  }
`;
const gpu = '  profile gpu extends cpu {\n    gpu = 1\n    environment { B = "2" }\n  }\n';

test.each([cpu + gpu, gpu + cpu])("it begins as the other, without what each says for itself", (hub) => {
  const [one, other] = ["cpu", "gpu"].map((name) =>
    serversOf(smallProgram({ hub })).find((server) => server.name === name),
  );
  expect(one).toMatchObject({ title: { value: "CPU only" }, isDefault: true, slug: "usual", peak: { value: 30 } });
  expect(other).toMatchObject({
    title: { value: "gpu" },
    description: undefined,
    slug: "gpu",
    isDefault: false,
    peak: undefined,
    gpu: { value: 1 },
    image: { value: "img" },
    memory: { value: { from: 2 ** 30, to: 2 ** 31 } },
  });
  expect(other?.environment.map(({ name, value }) => [name, value.value])).toEqual([
    ["A", "1"],
    ["B", "2"],
  ]);
  expect(other?.choices.sizes.map(({ name }) => name)).toEqual(["small"]);
});

test("they stand in the order in which they are written", () => {
  expect(serversOf(smallProgram({ hub: gpu + cpu })).map(({ name }) => name)).toEqual(["gpu", "cpu"]);
});

test("it may extend one of the hub that this one extends, and take the place of one that is inherited", () => {
  const more = `abstract hub base {\n${cpu}  profile other { image = img  gpu = 2  memory = 4GiB }\n}\n`;
  const text = smallProgram({ more, hub: `${gpu}  profile other extends gpu { }\n` }).replace(
    "hub h {",
    "hub h extends base {",
  );
  expect(serversOf(text).map(({ name, gpu: count, memory }) => [name, count?.value, memory?.value.to])).toEqual([
    ["cpu", undefined, 2 ** 31],
    ["other", 1, 2 ** 31],
    ["gpu", 1, 2 ** 31],
  ]);
});

test.each([
  [`${cpu}  profile gpu extends cpux { }\n`, ["schema/unknown-parent-block"]],
  ["  image = img\n  profile a extends b { }\n  profile b extends a { }\n", ["names/extends-cycle"]],
  ["  image = img\n  profile a extends a { }\n", ["names/extends-cycle"]],
  [`${cpu}  profile gpu extends img.cpu { }\n`, ["schema/wrong-label"]],
  [`${cpu}  profile gpu extends cpu[2] { }\n`, ["schema/wrong-label"]],
  ["  cull extends other { idle = 1h }\n", ["schema/wrong-label"]],
  ['  file a { path = "/etc/a"  text = "a" }\n  file b extends a { path = "/etc/b" }\n', ["schema/wrong-label"]],
])("%s: %j", (hub, codes) => {
  expect(findings(smallProgram({ hub }))).toEqual(codes);
});
