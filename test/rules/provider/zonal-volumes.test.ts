import { describe, expect, it } from "vitest";
import { findings, smallProgram } from "../../support/small-program.ts";

const eks = (core: string, users: string) =>
  `provider eks k {\n  account = "123456789012"\n  region = "us-west-2"\n  cluster = "c"\n  pool core { machine = "m5.xlarge"  nodes = 1..2${core} }\n  pool users { machine = "r5.xlarge"  nodes = 0..9${users} }\n}`;
const aks = (core: string, users: string) =>
  `provider aks k {\n  subscription = "00000000-0000-0000-0000-000000000000"\n  resource-group = "g"\n  location = "westus2"\n  cluster = "c"\n  pool core { machine = "Standard_D4s_v5"  nodes = 1..2${core} }\n  pool users { machine = "Standard_E4s_v5"  nodes = 0..9${users} }\n}`;
const a = '  zones = ["us-west-2a"]';
const both = '  zones = ["us-west-2a", "us-west-2b"]';
const efs = 'storage efs homes { filesystem = "fs-0123456789abcdef0" }';

const found = (provider: string, hub = "", homes = "storage dynamic homes { size = 5GiB }") =>
  findings(
    smallProgram({ course: "  students = 9", hub })
      .replace("provider kind k { }", provider)
      .replace("storage dynamic homes { size = 5GiB }", homes),
  ).filter((code) => code === "provider/zonal-volumes").length;

describe("disks of one zone", () => {
  it.each([
    ["EKS without zones: the hub's and people's pool", found(eks("", "")), 2],
    ["EKS, one zone for the hub, zones for people", found(eks(a, both)), 0],
    ["EKS, several zones for the hub", found(eks(both, both)), 1],
    ["EKS, no zones for people", found(eks(a, "")), 1],
    ["EKS, homes on EFS, the hub in any zone", found(eks("", ""), "", efs), 1],
    ["EKS, homes on EFS, one zone for the hub", found(eks(a, both), "", efs), 0],
    [
      "EKS, a database elsewhere",
      found(eks("", ""), '  values { hub.db { type = "postgres"  url = "postgres://db.example.edu/hub" } }', efs),
      0,
    ],
    ["AKS without zones", found(aks("", "")), 0],
    ["AKS, several zones for people", found(aks("", '  zones = ["1", "2"]')), 1],
    ["AKS, several zones for the hub", found(aks('  zones = ["1", "2"]', "")), 1],
    ["AKS, one zone", found(aks('  zones = ["1"]', '  zones = ["1"]')), 0],
  ])("%s", (_, count, expected) => {
    expect(count).toBe(expected);
  });
});

describe("homes of people who work on pools of several zones", () => {
  const pools = (gpu: string) =>
    eks(a, a).replace(/\n}$/, `\n  pool gpu { machine = "g4dn.xlarge"  nodes = 0..4  zones = [${gpu}] }\n}`);
  const apart = pools('"us-west-2b"');
  const profiles = "  image = img\n  profile cpu { pool = k.users }\n  profile gpu { pool = k.gpu  gpu = 1 }";
  const hub = (text: string, provider: string, more = "") =>
    findings(
      smallProgram({ hub: text, more })
        .replace(/^course c [\s\S]*?^}\n/m, "")
        .replace("provider kind k { }", provider),
    ).filter((code) => code === "provider/zonal-volumes").length;
  const course = (name: string, rest: string) =>
    `course ${name} {\n  title = "X"\n  hub = h\n  image = img\n  term = 2026-08-26 .. 2026-12-18\n  ${rest}\n}\n`;
  const courses = (first: string, second: string) =>
    `${course("x", `pool = k.users  roster = r1`)}${course("y", `pool = k.gpu  roster = r2`)}group r1 { members = [${first}] }\ngroup r2 { members = [${second}] }`;

  it.each([
    ["profiles in two zones", hub(profiles, apart), 1],
    ["profiles in one", hub(profiles, pools('"us-west-2a"')), 0],
    ["a pool that is in both", hub(profiles, pools('"us-west-2a", "us-west-2b"')), 0],
    ["sizes of one course", hub("", apart, course("x", "pool = k.users  size s { }  size l { pool = k.gpu }")), 1],
    ["courses that one person takes", hub("", apart, courses('"ada", "bob"', '"eve", "ada"')), 1],
    ["courses of other people", hub("", apart, courses('"ada"', '"eve"')), 0],
  ])("%s", (_, count, expected) => {
    expect(count).toBe(expected);
  });
});
