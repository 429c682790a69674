// What machines cost and where those prices hold; and what a change of machines costs, for the title of a fix that offers it: nobody
// chooses what they can't see the price of.

import type { MachineType, Price } from "../knowledge/machines/machine-type.ts";

/** `, each 0.524 USD an hour`: what each further node of this type costs. Empty where no price is known. */
export function eachNodeCosts(machine: MachineType | undefined): string {
  return machine?.price === undefined ? "" : `, each ${hourly(machine.price)}${placeOf(machine.price)}`;
}

/** `, 0.524 USD an hour for each node instead of 0.262 USD`. Empty where one of the prices is not known. */
export function nodeCostsInstead(larger: MachineType, smaller: MachineType | undefined): string {
  if (larger.price === undefined || smaller?.price === undefined) return "";
  const { amount, currency } = smaller.price;
  return `, ${hourly(larger.price)} for each node instead of ${amount} ${currency}${placeOf(larger.price)}`;
}

function hourly({ amount, currency }: Price): string {
  return `${amount} ${currency} an hour`;
}

function placeOf(price: Price): string {
  const place = pricePlace(price);
  return place === "" ? "" : ` (${place})`;
}

/** `list price of us-central1; europe-west1 differs`. Empty where the program says the price. */
function pricePlace(price: Price): string {
  const where = whereItHolds(price);
  return where === "" ? "" : `list price of ${where}`;
}

/** `us-central1; europe-west1 differs`: the region of a price, and the cluster's if that is another. Empty where the program says the price. */
export function whereItHolds({ region, clusterRegion }: Price): string {
  if (region === undefined) return "";
  return clusterRegion === undefined ? region : `${region}; ${clusterRegion} differs`;
}

/** The same where the cluster lies elsewhere, and empty where it does not, so that nothing has to be said. */
export function priceElsewhere(price: Price): string {
  return price.clusterRegion === undefined ? "" : pricePlace(price);
}
