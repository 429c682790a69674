// What a block says, by its schema's types: what does not compile is marked, so that type-checking fails where it would.

import { expect, test } from "vitest";
import { type Block, blockOf } from "../../compiler/model/block.ts";
import { evaluate } from "../../compiler/model/evaluate.ts";
import { readerOf } from "../../compiler/model/reader.ts";
import type { Sourced } from "../../compiler/model/sourced.ts";
import { bind } from "../../compiler/names/bind.ts";
import { cull, https } from "../../compiler/schema/blocks/hub-parts.ts";
import { secrets } from "../../compiler/schema/blocks/hub-upkeep.ts";
import type { Item } from "../../compiler/schema/value-type.ts";
import { parse } from "../../compiler/syntax/parse.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";

function hubBlock(hub: string, key: string): Block {
  const ignore = () => {};
  const tree = parse(createSourceFile("a.hub", `hub h {\n${hub}\n}\n`), ignore);
  const [file] = evaluate(
    bind([tree], () => [], ignore),
    { assets: new Map(), report: ignore },
  );
  const block = file?.evaluated[0]?.block;
  const inner = block && blockOf(block, key);
  if (inner === undefined) throw new Error(`no block ${key}`);
  return inner;
}

test("a setting has the value and the type of its schema, or its default", () => {
  const read = readerOf(cull, hubBlock("  cull { max-age = 2h }", "cull"));
  const age: Sourced<number> | undefined = read("max-age");
  const idle: Sourced<number> | undefined = read("idle");
  expect([age?.value, idle?.value, read("kernels")]).toEqual([7200, 3600, undefined]);
});

test("of variants, one reads what another has alone as nothing", () => {
  const read = readerOf(secrets, hubBlock('  secrets external { store = "vault" }', "secrets"));
  const age: Sourced<readonly Item<string>[]> | undefined = read("age");
  expect([read("store")?.value, age, read("fixed-keys")?.value]).toEqual(["vault", undefined, false]);
});

test("a setting that does not exist, or of another type, does not compile", () => {
  const read = readerOf(cull, hubBlock("  cull { }", "cull"));
  // @ts-expect-error: there is no such setting.
  expect(read("idel")).toBeUndefined();
  // @ts-expect-error: it is a number.
  const idle: Sourced<string> | undefined = read("idle");
  expect(idle?.value).toBe(3600);
  const ofVariants = readerOf(secrets, hubBlock("  secrets kubernetes { }", "secrets"));
  // @ts-expect-error: no variant has it.
  expect(ofVariants("idle")).toBeUndefined();
});

test("a block is read as what it is", () => {
  expect(() => readerOf(https, hubBlock("  cull { }", "cull"))).toThrow("invariant: a block cull is read as another");
});
