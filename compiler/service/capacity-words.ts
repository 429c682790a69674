// How the numbers of a capacity report are said, alike in the table, in the picture and in the editor.

import type { ClassCapacity, PoolCapacity, ReleaseCapacity } from "../capacity/capacity-report.ts";
import type { NodeRoom } from "../capacity/node-room.ts";
import type { PoolCost } from "../capacity/pool-cost.ts";
import { whereItHolds } from "../capacity/price-text.ts";
import type { Price } from "../knowledge/machines/machine-type.ts";
import { cullingOf } from "../model/final-values.ts";
import { countWords } from "../text/and-list.ts";
import { printDate } from "../text/calendar.ts";
import { wrapText } from "./wrap-text.ts";

/** `56.6 GiB`; `512 MiB` below one. */
export function sizeWords(bytes: number): string {
  const [amount, unit] = bytes >= 2 ** 30 || bytes === 0 ? [bytes / 2 ** 30, "GiB"] : [bytes / 2 ** 20, "MiB"];
  return `${Number(amount.toFixed(amount < 100 ? 1 : 0))} ${unit}`;
}

/** `0 to 40 nodes`. */
export function boundsWords({ bounds: { from, to } }: PoolCapacity): string {
  return from === to ? countWords(to, "node") : `${from} to ${countWords(to, "node")}`;
}

/** When a server has a size: `usually`, or the days of its windows. */
export function whenWords({ stretches }: ClassCapacity): string {
  if (stretches.some(({ labels }) => labels.length === 0)) return "usually";
  return stretches
    .map(({ from, to }) => (from === to ? printDate(from) : `${printDate(from)} to ${printDate(to)}`))
    .join(", ");
}

/** `1 GiB, 0.05 cores`. */
export function guaranteeWords({ guarantee }: ClassCapacity): string {
  return guarantee.cpu === 0
    ? sizeWords(guarantee.memory)
    : `${sizeWords(guarantee.memory)}, ${coresWords(guarantee.cpu)}`;
}

/** `7.44 cores`. */
export function coresWords(cores: number): string {
  return countWords(Math.round(cores * 100) / 100, "core");
}

/** What of a node is for people, and where the rest goes. `volumes`: does each server bring a disk? */
export function roomWords(room: NodeRoom, volumes: boolean): readonly string[] {
  const { bought, kernel, reserved, system, left } = room;
  const lost = bought.memory - left.memory;
  const share = Math.round((lost / bought.memory) * 100);
  const disks = volumes && room.disks !== undefined ? [countWords(room.disks, "disk")] : [];
  const forPeople = [sizeWords(left.memory), coresWords(left.cpu), countWords(room.pods, "pod"), ...disks].join(", ");
  return [
    `A node has ${sizeWords(bought.memory)}, ${coresWords(bought.cpu)}; for people ${forPeople}.`,
    `Bought and not usable: ${sizeWords(lost)} (${share} %): kernel ${sizeWords(kernel.memory)}, Kubernetes ${sizeWords(reserved.memory)}, system pods ${sizeWords(system.memory)}.`,
  ];
}

/** Whole units from a hundred on, else cents. */
export function moneyWords(amount: number, currency: string): string {
  return `${amount >= 100 ? Math.round(amount) : amount.toFixed(2)} ${currency}`;
}

/** The price behind a cost, with its date and source. */
export function priceWords({ price }: PoolCost): string {
  const date = price.date === undefined ? "date not said" : price.date;
  return `${price.amount} ${price.currency} an hour for a node, on demand${placeWords(price)}, ${date} (${price.source})`;
}

/** ` in us-central1; europe-west1 differs`. Empty where the program says the price. */
export function placeWords(price: Price): string {
  const where = whereItHolds(price);
  return where === "" ? "" : ` in ${where}`;
}

/** What the numbers of these hubs take for granted. */
export function assumptions(releases: readonly ReleaseCapacity[]): readonly string[] {
  const cull = releases.filter(({ forPeople }) => forPeople).map(({ release }) => cullingOf(release));
  return wrapText(
    `Nodes are counted as filled as well as can be, each server at its guarantee. People at work: all of \`peak\` in lectures and exams and ${afterwards(cull)} (on weekdays from 14:00 to 16:00 where a course has no lecture); else 5 % of them at night, 25 % from 08:00, 35 % from 18:00, half of that at weekends. Placeholders keep free what \`spare\` says, and everybody's room half an hour before a lecture or an exam. Cost is that of nodes alone, at list prices, without discounts for long use or spot; disks, storage, load balancers and traffic come on top.`,
    133,
  );
}

/** How long servers go on after a lecture: what `peopleOn` counts. */
function afterwards(cull: readonly ReturnType<typeof cullingOf>[]): string {
  const going = cull.filter((one) => typeof one === "string");
  const isLong = cull.some((one) => typeof one !== "string" && one.idle > 8 * 3600);
  if (going.length === 0)
    return `until idle servers are stopped${isLong ? ", at the longest to the end of the day" : ""}`;
  if (going.length < cull.length)
    return "until idle servers are stopped, or to the end of the day on hubs that stop none";
  return going.includes("undecided")
    ? "to the end of the day, since Python decides when idle servers are stopped"
    : "to the end of the day, since nothing stops idle servers: those that nobody stops over night come on top";
}
