// The regions of the clouds, by the names that their tools take. A cloud opens new ones every year: a name that is missing here and
// is formed as the others are may be newer than this list.

import { lookUp } from "../text/look-up.ts";
import lists from "./regions.txt";
import { wordLists } from "./word-lists.ts";

const list = wordLists(lists);

/** Google's (GoogleCloudPlatform/gcping, which runs a server in each region, tools/terraform/regions.json, bbad96eb of 2026-07-27). */
const gke = list("gke");

/**
 * The letters of the zones of Google's regions, where a source says them: those in which machines of the series N1 are sold
 * (skypilot-org/skypilot-catalog, read from Google's interface, catalogs/v7/gcp/vms.csv, 017e2502).
 */
const lettersOf: Readonly<Record<string, readonly string[]>> = {
  "europe-west1": ["b", "c", "d"],
  "us-central1": ["a", "b", "c", "f"],
  "us-east1": ["b", "c", "d"],
  ...Object.fromEntries(list("zones-a-b-c").map((region) => [region, ["a", "b", "c"]])),
};

/** Amazon's, of all its partitions (botocore 1.44.8, data/endpoints.json). */
const eks = list("eks");

/**
 * Azure's: the physical locations of its public cloud (Azure/terraform-azurerm-avm-utl-regions, read from Azure's interface,
 * modules/cached-data/locations.tf.json, 9064b20b of 2026-08-21), and those of the clouds of the United States' government and of China
 * (com.azure:azure-core-management 1.19.4, Region).
 */
const aks = list("aks");

const points = "north|south|east|west|central|northeast|northwest|southeast|southwest";

/** How a cloud names its regions. */
export interface Regions {
  readonly cloud: string;
  readonly known: readonly string[];
  /** Whether a name is formed as this cloud's names are. */
  readonly form: RegExp;
  /** The form in words, for a message. */
  readonly formText: string;
  /** What lists the regions that exist. */
  readonly listCommand: string;
  /** The name as the cloud's tools read it. */
  readonly read: (name: string) => string;
}

/** By the provider's kind. Absent where a provider has no regions. */
export const regionsOf: Readonly<Record<string, Regions | undefined>> = {
  gke: {
    cloud: "Google's cloud",
    known: gke,
    form: new RegExp(`^[a-z]+-(?:${points})[1-9]\\d?$`),
    formText: "`us-central1`",
    listCommand: "gcloud compute regions list",
    read: (name) => name,
  },
  eks: {
    cloud: "Amazon's cloud",
    known: eks,
    form: new RegExp(`^[a-z]{2,4}(?:-[a-z]{2,4})?-(?:${points})-[1-9]\\d?$`),
    formText: "`us-west-2`",
    listCommand: "aws ec2 describe-regions --all-regions",
    read: (name) => name,
  },
  // `West US 2` is taken for `westus2` by Azure Resource Manager.
  aks: {
    cloud: "Azure",
    known: aks,
    form: /^[a-z]{5,}[1-9]?(?:euap)?$/,
    formText: "`westus2`",
    listCommand: "az account list-locations --output table",
    read: (name) => name.replaceAll(" ", "").toLowerCase(),
  },
};

/** The cloud that has a region of exactly this name. */
export function cloudWith(region: string): string | undefined {
  return Object.values(regionsOf).find((regions) => regions?.known.includes(region))?.cloud;
}

/** The letters of the zones of one of Google's regions. Absent where no source says them. */
export function googleZones(region: string): readonly string[] | undefined {
  return lookUp(lettersOf, region);
}
