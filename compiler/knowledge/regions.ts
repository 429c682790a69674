// The regions of the clouds, by the names that their tools take. A cloud opens new ones every year: a name that is missing here and
// is formed as the others are may be newer than this list.

import { lookUp } from "../text/look-up.ts";

/** Google's (GoogleCloudPlatform/gcping, which runs a server in each region, tools/terraform/regions.json, bbad96eb of 2026-07-27). */
const gke = listed(`
  africa-south1 asia-east1 asia-east2 asia-northeast1 asia-northeast2 asia-northeast3 asia-south1 asia-south2 asia-southeast1
  asia-southeast2 asia-southeast3 australia-southeast1 australia-southeast2 europe-central2 europe-north1 europe-north2
  europe-west1 europe-west2 europe-west3 europe-west4 europe-west6 europe-west8 europe-west9 europe-west10 europe-west12
  europe-southwest1 me-central1 me-central2 me-west1 northamerica-northeast1 northamerica-northeast2 northamerica-south1
  southamerica-east1 southamerica-west1 us-central1 us-east1 us-east4 us-east5 us-south1 us-west1 us-west2 us-west3 us-west4`);

/**
 * The letters of the zones of Google's regions, where a source says them: those in which machines of the series N1 are sold
 * (skypilot-org/skypilot-catalog, read from Google's interface, catalogs/v7/gcp/vms.csv, 017e2502).
 */
const lettersOf: Readonly<Record<string, readonly string[]>> = {
  "europe-west1": ["b", "c", "d"],
  "us-central1": ["a", "b", "c", "f"],
  "us-east1": ["b", "c", "d"],
  ...Object.fromEntries(
    listed(`
      asia-east1 asia-east2 asia-northeast1 asia-northeast2 asia-northeast3 asia-south1 asia-south2 asia-southeast1
      asia-southeast2 australia-southeast1 australia-southeast2 europe-central2 europe-north1 europe-west2 europe-west3
      europe-west4 europe-west6 northamerica-northeast1 northamerica-northeast2 southamerica-east1 us-east4 us-west1 us-west2
      us-west3 us-west4`).map((region) => [region, ["a", "b", "c"]]),
  ),
};

/** Amazon's, of all its partitions (botocore 1.44.8, data/endpoints.json). */
const eks = listed(`
  af-south-1 ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2
  ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7 ca-central-1 ca-west-1 eu-central-1 eu-central-2
  eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 il-central-1 me-central-1 me-south-1 mx-central-1 sa-east-1
  us-east-1 us-east-2 us-west-1 us-west-2 cn-north-1 cn-northwest-1 us-gov-east-1 us-gov-west-1 eusc-de-east-1 us-iso-east-1
  us-iso-west-1 us-isob-east-1 us-isob-west-1 eu-isoe-west-1 us-isof-east-1 us-isof-south-1`);

/**
 * Azure's: the physical locations of its public cloud (Azure/terraform-azurerm-avm-utl-regions, read from Azure's interface,
 * modules/cached-data/locations.tf.json, 9064b20b of 2026-08-21), and those of the clouds of the United States' government and of China
 * (com.azure:azure-core-management 1.19.4, Region).
 */
const aks = listed(`
  australiacentral australiacentral2 australiaeast australiasoutheast austriaeast belgiumcentral brazilsouth brazilsoutheast
  canadacentral canadaeast centralindia centralus centraluseuap chilecentral denmarkeast eastasia eastus eastus2 eastus2euap
  francecentral francesouth germanynorth germanywestcentral indonesiacentral israelcentral italynorth japaneast japanwest
  jioindiacentral jioindiawest koreacentral koreasouth malaysiawest mexicocentral newzealandnorth northcentralus northeurope
  norwayeast norwaywest polandcentral qatarcentral southafricanorth southafricawest southcentralus southeastasia southindia
  spaincentral swedencentral switzerlandnorth switzerlandwest uaecentral uaenorth uksouth ukwest westcentralus westeurope
  westindia westus westus2 westus3 usgovarizona usgovtexas usgovvirginia usdodcentral usdodeast chinaeast chinaeast2 chinaeast3
  chinanorth chinanorth2 chinanorth3`);

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

function listed(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
