import { describe, expect, test } from "vitest";
import type { BlockSchema, Setting } from "../../compiler/schema/block.ts";
import { checkProgram, programOf } from "../support/programs.ts";
import { type Place, places, type Step, settingPlaces } from "../support/vocabulary-walk.ts";

/** What examples refer to. */
const others = `
provider k3s berkeley { pool users { hosts = ["a"] memory = 64GiB cpu = 8 } }
storage dynamic homes { size = 5GiB }
storage nfs archive { server = "10.0.0.3" export = "/archive" }
abstract course astro128 { }
abstract group astro128 { }
abstract hub astro128 { }
abstract image astro128 { }
abstract provider kind astro128 { }
abstract storage memory astro128 { }
image data8 extends std.jupyterlab { }
image other extends std.jupyterlab { }
image midterm extends std.jupyterlab { }
course data8 { title = "Data 8" hub = datahub image = data8 term = 2026-08-26 .. 2026-12-18 }
group data8-staff { members = ["ada"] }
group data8-students { members = ["bea"] }
hub datahub {
  provider = berkeley
  homes = homes
  domain = "datahub.example.edu"
  auth github { client-id = "x" client-secret = secret("a/b") allow = everyone }
}
`;

const named = settingPlaces().map((place) => [wayOf(place, place.key), place] as const);
const blocks = places().flatMap((place) => (place.steps.length < 2 ? [] : [[wayOf(place, ""), place] as const]));

test("the walk reaches everything", () => {
  expect(named.length).toBeGreaterThan(150);
  expect(blocks.length).toBeGreaterThan(50);
});

describe("every setting", () => {
  test.each(named)("%s compiles as in its example", (_way, place) => {
    expect(problems(around(place, `${keyOf(place.key, place.setting)} = ${place.setting.example}`))).toEqual([]);
  });

  test.each(named)("%s says what it means, and what holds where it is not said", (_way, { setting }) => {
    expect(setting.doc).toMatch(/^[A-Z`"].*[.…]$/s);
    const isDeclared = setting.default === undefined || typeof setting.type.print(setting.default) === "string";
    expect(isDeclared).toBe(true);
    if (setting.required) expect(setting.default).toBeUndefined();
  });
});

describe("every block", () => {
  test.each(blocks)("%s compiles as in its example", (_way, place) => {
    const last = place.steps.at(-1);
    if (last?.use === undefined || (last.variant !== undefined && !last.use.example.includes(last.variant))) return;
    expect(last.use.doc).toMatch(/[.…]$/);
    expect(problems(around({ ...place, steps: place.steps.slice(0, -1) }, last.use.example))).toEqual([]);
  });
});

/** What a value can be wrong by; that other settings are missing or not compiled yet is not asked here. */
function problems(text: string): string[] {
  const asked = /^(?:syntax|secret|file)\/|^schema\/(?!missing-setting)|^names\/unknown/;
  const found = checkProgram(programOf(text)).diagnostics.filter(({ code }) => asked.test(code));
  return found.map(({ code, message }) => `${code}: ${message}`);
}

/** The line inside the blocks of a place, in an abstract declaration, beside what examples refer to. */
function around({ kind, variant, steps }: Place, line: string): string {
  const head = `abstract ${kind} ${variant === undefined ? "" : `${variant} `}example {`;
  const inner = steps.slice(1).map(headerOf);
  return `${head}\n${inner.join("\n")}\n${line}\n${"}\n".repeat(inner.length + 1)}${others}`;
}

function headerOf({ use, variant }: Step): string {
  switch (use?.label) {
    case "name":
      return `${use.key} example {`;
    case "text":
      return `${use.key} "example" {`;
    case "range":
      return `${use.key} 2026-11-02 .. 2026-11-20 {`;
    case "variant":
      return `${use.key} ${variant} {`;
    default:
      return `${use?.key} {`;
  }
}

function keyOf(key: string, setting: Setting<unknown>): string {
  return setting.key === "NAME" ? '"/some/name"' : key;
}

function wayOf({ kind, variant, steps }: Place, key: string): string {
  const inner = steps.slice(1).map(({ use, variant: one }) => [use?.key, one].filter(Boolean).join(" "));
  return [[kind, variant].filter(Boolean).join(" "), ...inner, key].filter((part) => part !== "").join(" › ");
}

test("no setting has the name of a block beside it", () => {
  for (const { steps } of places()) {
    const schema: BlockSchema | undefined = steps.at(-1)?.schema;
    const both = Object.keys(schema?.settings ?? {}).filter((key) => Object.hasOwn(schema?.blocks ?? {}, key));
    expect(both.filter((key) => !["allow", "any-image"].includes(key))).toEqual([]);
  }
});
