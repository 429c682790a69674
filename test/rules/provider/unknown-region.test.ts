import { describe, expect, it } from "vitest";
import { checkProgram, programOf } from "../../support/programs.ts";
import { type SmallProgram, smallProgram } from "../../support/small-program.ts";

const settings: Readonly<Record<string, string>> = {
  gke: 'project = "p"\n  cluster = "c"',
  eks: 'account = "123456789012"\n  cluster = "c"',
  aks: 'subscription = "00000000-0000-0000-0000-000000000000"\n  resource-group = "g"\n  cluster = "c"',
};

const codes = ["provider/unknown-region", "provider/newer-region", "provider/unknown-zone"];

/** What is said of the place of a cluster, after `newer: ` where a region may be newer than what is known. */
function saidOf(variant: string, place: string, pool = ""): string[] {
  const more = `provider ${variant} g {\n  ${settings[variant]}\n  ${place}\n${pool}\n}`;
  const program: SmallProgram = { more };
  return checkProgram(programOf(smallProgram(program)))
    .diagnostics.filter(({ code }) => codes.includes(code))
    .map(({ message, code, severity }) => {
      expect(severity).toBe(code === "provider/unknown-region" ? "error" : "warning");
      return code === "provider/newer-region" ? `newer: ${message}` : message;
    });
}

describe("a region or a zone", () => {
  it.each([
    ["gke", 'region = "us-centrall1"', "did you mean `us-central1`"],
    ["gke", 'region = "us-west-2"', "did you mean `us-west2`"],
    ["gke", 'region = "us-central1-a"', "did you mean `us-central1`"],
    ["gke", 'region = "europ-west4"', "did you mean `europe-west4`"],
    ["gke", 'zone = "us-est1-b"', "did you mean `us-east1`"],
    ["gke", 'zone = "us-east1-a"', "`us-east1-b`, `us-east1-c`, `us-east1-d`"],
    ["gke", 'zone = "us-central1"', "`us-central1-a`"],
    ["eks", 'region = "us-west2"', "did you mean `us-west-2`"],
    ["eks", 'region = "us-west-2a"', "did you mean `us-west-2`"],
    ["eks", 'region = "ue-west-1"', "did you mean `eu-west-1`"],
    [
      "gke",
      'region = "eu-west-1"',
      "no region `eu-west-1`, which is one of Amazon's cloud: its regions are named like `us-central1`",
    ],
    ["eks", 'region = "europe-west1"', "which is one of Google's cloud"],
    ["eks", 'region = "nowhere"', "named like `us-west-2`"],
    ["aks", 'location = "wetsus2"', "did you mean `westus2`"],
    ["aks", 'location = "us-west-2"', "named like `westus2`"],
  ])("of %s that does not exist is said: %s", (variant, place, words) => {
    const said = saidOf(variant, place);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(words);
  });

  it.each([
    ["gke", 'region = "us-central1"'],
    ["gke", 'region = "asia-southeast3"'],
    ["gke", 'zone = "us-central1-f"'],
    ["gke", 'zone = "us-central1-ai1a"'],
    ["gke", 'zone = "europe-west10-d"'],
    ["eks", 'region = "us-gov-west-1"'],
    ["eks", 'region = "cn-northwest-1"'],
    ["eks", 'region = "eusc-de-east-1"'],
    ["aks", 'location = "West US 2"'],
    ["aks", 'location = "usgovvirginia"'],
    ["aks", 'location = "eastus2euap"'],
    ["aks", 'location = "malaysiawest"'],
  ])("of %s that exists is taken: %s", (variant, place) => {
    expect(saidOf(variant, place)).toEqual([]);
  });

  it.each([
    ["gke", 'region = "asia-southeast9"', "gcloud compute regions list"],
    ["gke", 'region = "europe-south1"', "gcloud"],
    ["gke", 'zone = "us-east9-b"', "gcloud"],
    ["eks", 'region = "za-west-1"', "aws ec2 describe-regions"],
    ["eks", 'region = "ap-southeast-9"', "aws"],
    ["aks", 'location = "westus9"', "az account list-locations"],
    ["aks", 'location = "greececentral"', "az"],
    ["aks", 'location = "Taiwan North"', "az"],
  ])("of %s that may be newer than what is known is a warning: %s", (variant, place, command) => {
    const said = saidOf(variant, place);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^newer: /);
    expect(said[0]).toContain(command);
  });

  it("of a pool is one of its region's", () => {
    const pool = (zone: string) => `pool users { machine = "n2-highmem-8"  nodes = 0..5  zones = ["${zone}"] }`;
    expect(saidOf("gke", 'region = "us-east1"', pool("us-east1-a"))).toHaveLength(1);
    expect(saidOf("gke", 'region = "us-east1"', pool("us-east1-d"))).toEqual([]);
  });
});
