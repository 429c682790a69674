import { expect, it } from "vitest";
import { checkProgram, programOf } from "../../support/programs.ts";

const found = (text: string) =>
  checkProgram(programOf(text))
    .diagnostics.filter(({ code }) => code.startsWith("provider/"))
    .map(({ code }) => code);

const gke = (place: string, pool: string) =>
  `provider gke a {\n  project = "p"\n  ${place}\n  cluster = "c"\n  pool users { machine = "n2-highmem-4"  nodes = 0..4  ${pool} }\n}\n`;
const eks = (pools: string) =>
  `provider eks a {\n  account = "1"\n  region = "us-west-2"\n  cluster = "c"\n  ${pools}\n}\n`;
const aks = (pool: string, name = "users") =>
  `provider aks a {\n  subscription = "s"\n  resource-group = "g"\n  location = "westus2"\n  cluster = "c"\n  pool ${name} { machine = "Standard_E4s_v5"  nodes = ${name === "core" ? 1 : 0}..4  ${pool} }\n}\n`;

it("knows zones by the names that each provider gives them", () => {
  const region = 'region = "us-central1"';
  expect(found(gke(region, 'zones = ["us-central1-b", "us-central1-f"]'))).toEqual([]);
  expect(found(gke(region, 'zones = ["us-central1"]'))).toEqual(["provider/zone-elsewhere"]);
  expect(found(gke(region, 'zones = ["us-central12-b"]'))).toEqual(["provider/zone-elsewhere"]);
  expect(found(gke('zone = "us-central1-b"', 'zones = ["us-central1-c"]'))).toEqual([]);
  expect(found(gke('zone = "us-central1-b"', 'zones = ["us-east1-c"]'))).toEqual(["provider/zone-elsewhere"]);
  expect(found(aks('zones = ["1", "3"]', "core"))).toEqual([]);
  expect(found(aks('zones = ["westus2-1"]', "core"))).toEqual(["provider/zone-elsewhere"]);
});

it("wants two zones of EKS, on whatever pools", () => {
  const pool = (name: string, zone: string) =>
    `pool ${name} { machine = "r5.xlarge"  nodes = 1..4  zones = ["${zone}"] }`;
  expect(found(eks(pool("users", "us-west-2a")))).toEqual(["provider/one-zone"]);
  expect(found(eks(`${pool("core", "us-west-2b")}\n${pool("users", "us-west-2a")}`))).toEqual([]);
  expect(found(eks(pool("users", "us-west-2-a")))).toContain("provider/zone-elsewhere");
  expect(found(eks('pool users { machine = "r5.xlarge"  nodes = 1..4 }'))).toEqual([]);
});

it("takes no text for a command's option, nor one that ends a line", () => {
  const codes = (place: string) => checkProgram(programOf(gke(place, ""))).diagnostics.map(({ code }) => code);
  expect(codes('region = "-x"')).toContain("schema/bad-text");
  expect(codes('region = "a\\nb"')).toContain("schema/bad-text");
  expect(codes('region = ""')).toContain("schema/bad-text");
  expect(codes('region = "us-central1"')).toEqual([]);
});

it("takes the first pool of AKS for the one that must always be there, where none is for the hub", () => {
  expect(found(aks(""))).toEqual(["provider/core-can-empty"]);
  expect(found(aks("spot = true"))).toEqual(["provider/core-can-empty", "provider/core-on-spot"]);
  expect(found(gke('region = "us-central1"', "spot = true"))).toEqual([]);
});
