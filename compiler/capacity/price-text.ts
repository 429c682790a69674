// What a change of machines costs, for the title of a fix that offers it: nobody chooses what they can't see the price of.

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

function placeOf({ region }: Price): string {
  return region === undefined ? "" : ` (list price in ${region})`;
}
