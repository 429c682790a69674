// A capacity report as a text for a terminal: a part for each release, a table for each pool.

import {
  type CapacityReport,
  type ClassCapacity,
  costSpan,
  type PoolCapacity,
  type ReleaseCapacity,
} from "../capacity/capacity-report.ts";
import { type Palette, plainPalette } from "../diagnostics/palette.ts";
import { isPlacedOn, placing } from "../model/final-server.ts";
import { ownServerTrait } from "../model/final-values.ts";
import { choicesOf } from "../model/profile-choices.ts";
import { type Pool, poolFor, poolSelectorOf } from "../model/provider.ts";
import type { Release } from "../model/release.ts";
import { serversOn } from "../model/server.ts";
import { andList, countWords } from "../text/and-list.ts";
import { printDate } from "../text/calendar.ts";
import { displayWidth } from "../text/display-cells.ts";
import { largest } from "../text/many.ts";
import {
  assumptions,
  boundsWords,
  guaranteeWords,
  moneyWords,
  priceWords,
  roomWords,
  sizeWords,
  whenWords,
} from "./capacity-words.ts";

/** The report in lines of text. */
export function capacityText(report: CapacityReport, palette: Palette = plainPalette): string {
  if (report.releases.length + report.external.length === 0) return "There is no hub here.\n";
  const parts = [
    ...report.releases.map((releaseCapacity) => releaseLines(releaseCapacity, report, palette)),
    ...report.external.map((hub) => [
      `Hub ${hub} is external: how large its servers are, how many nodes it has and what they cost, those who run it know.`,
    ]),
  ];
  const anyCost = report.releases.some(({ cost }) => cost !== undefined);
  const notes =
    anyCost || report.releases.some(({ pools }) => pools.some(({ day }) => day))
      ? ["", ...assumptions(report.releases)]
      : [];
  return `${[...parts.flatMap((lines, i) => (i === 0 ? lines : ["", ...lines])), ...notes].join("\n")}\n`;
}

function releaseLines(
  { release, forPeople, pools, cost, shares }: ReleaseCapacity,
  { on }: CapacityReport,
  palette: Palette,
): string[] {
  const { provider } = release;
  const title = palette.strong(`${release.name} on ${provider.variant} ${provider.name}, ${printDate(on)}`);
  const lines = pools.flatMap((pool) => ["", ...poolLines(pool, release, palette).map(indented)]);
  const empty = pools.length === 0 ? ["", "  It has no pool, so that nothing is known of its size."] : [];
  const nobody = forPeople ? [] : ["", "  Nobody is counted here: this stage is for trying out."];
  const several = pools.filter((pool) => pool.cost !== undefined).length > 1;
  const sum =
    cost === undefined || !several
      ? []
      : [
          "",
          `  Together ${moneyWords(cost.month, cost.currency)} a month, ${moneyWords(cost.term, cost.currency)} a ${costSpan(release)}${cost.elsewhere === undefined ? "" : ` (${cost.elsewhere})`}.`,
        ];
  return [title, ...lines, ...empty, ...nobody, ...sum, ...shareLines(shares, cost?.currency ?? "", costSpan(release))];
}

/** What part of the cost each course has; nothing where one has all of it. */
function shareLines(shares: ReleaseCapacity["shares"], currency: string, span: string): string[] {
  if (shares.length < 2) return [];
  const lines = shares.map(
    ({ server, month, term }) =>
      `  Of that ${server.name}: ${moneyWords(month, currency)} a month, ${moneyWords(term, currency)} a ${span}.`,
  );
  return ["", ...lines];
}

function indented(line: string): string {
  return line === "" ? "" : `  ${line}`;
}

function poolLines(capacity: PoolCapacity, release: Release, palette: Palette): string[] {
  const span = costSpan(release);
  const { pool, room, machine, cost } = capacity;
  const said = pool.machine === undefined ? "" : `${pool.machine.value}, `;
  const { measured } = pool;
  const nodes = measured && `${countWords(measured.nodes, "node")} of the cluster, the smallest counts, `;
  const type = measured === undefined ? said : `${measured.type}, ${nodes}`;
  const title = `${palette.strong(`pool ${pool.name}`)}: ${type}${boundsWords(capacity)}`;
  if (machine === undefined || room === undefined) {
    return [title, "What this machine has is not known: a `machine` block says it."];
  }
  const volumes = capacity.classes.some(({ guarantee }) => guarantee.bringsVolume());
  const people = pool.core ? [] : [...roomWords(room, volumes), ...classLines(capacity, release)];
  const spot = pool.spot?.value === true ? " Spot nodes cost less." : "";
  const money =
    cost === undefined
      ? []
      : [
          ...(pool.core ? [] : [""]),
          `Cost: ${moneyWords(cost.month, cost.price.currency)} a month, ${moneyWords(cost.term, cost.price.currency)} a ${span}${pool.core ? `, for ${countWords(capacity.bounds.from, "node")}` : ""}.${spot}`,
          `Price: ${priceWords(cost)}.`,
        ];
  return [title, ...people, ...money];
}

const rest = ["WHEN", "SERVER", "A NODE HOLDS", "LEFT OVER", "AT ONCE", "NODES"];

/** What gives the servers of a pool. */
function headsOf(classes: readonly ClassCapacity[]): string[] {
  return [classes.every(({ server }) => server.of === "course") ? "COURSE" : "SERVER OF", ...rest];
}

function classLines(capacity: PoolCapacity, release: Release): string[] {
  if (capacity.classes.length === 0) return [emptyWords(capacity, release)];
  const rows = table([headsOf(capacity.classes), ...capacity.classes.map((one) => classRow(one, capacity))]);
  const { nodesAtPeak: most, bounds, classes } = capacity;
  const alone = largest(classes.map(({ nodes }) => nodes ?? 0));
  const together = most === undefined || most <= alone ? [] : ["", `Together up to ${most} of ${bounds.to} nodes.`];
  return ["", ...rows, ...together];
}

/** Why no server is counted on a pool. */
function emptyWords({ pool }: PoolCapacity, release: Release): string {
  if (isChosenBy(release, pool))
    return "Servers run here that people choose in the hub's own profile list: how many, nobody says, and they are not counted.";
  const anywhere = ownServerTrait(release, "node_selector") === undefined ? withoutPool(release) : [];
  return anywhere.length === 0
    ? "No server runs here."
    : `Servers of ${andList(anywhere)} may run here: they name no \`pool\`, of which there are several, so that they are not counted.`;
}

/** Names of the servers that go to any node for people, in one of their sizes at least. */
function withoutPool(release: Release): string[] {
  return serversOn(release)
    .filter((server) => {
      const sizes = server.choices.sizes.length === 0 ? [server] : server.choices.sizes;
      return sizes.some(({ pool = server.pool }) => poolFor(release.provider, { pool }) === undefined);
    })
    .map(({ name }) => name);
}

function classRow(capacity: ClassCapacity, { bounds }: PoolCapacity): string[] {
  const nodes =
    capacity.nodes === undefined
      ? "-"
      : `${capacity.nodes} of ${bounds.to}${capacity.nodes > bounds.to ? ", too few" : ""}`;
  return [
    nameOf(capacity),
    whenWords(capacity),
    guaranteeWords(capacity),
    capacity.aNode === 0 ? `nobody, ${capacity.limit}` : `${capacity.aNode}, by ${capacity.limit}`,
    sizeWords(capacity.remainder),
    capacity.people === undefined ? "-" : String(capacity.people),
    nodes,
  ];
}

/** With the size that is chosen, where people choose. */
function nameOf({ server, choice }: ClassCapacity): string {
  return choice === undefined ? server.name : `${server.name}, ${choice.name}`;
}

/** Columns as wide as their widest entry. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = [0, ...rest].map((_, column) => largest(rows.map((row) => displayWidth(row[column] ?? ""))));
  return rows.map((row) =>
    row
      .map((cell, column) => cell + " ".repeat((widths[column] ?? 0) - displayWidth(cell)))
      .join("  ")
      .trimEnd(),
  );
}

/** Does a choice of the hub's own profile list look for nodes of the pool? */
function isChosenBy(release: Release, pool: Pool): boolean {
  const choices = choicesOf(release, placing);
  if (choices === undefined || choices === "undecided") return false;
  const labels = poolSelectorOf(release.provider, pool);
  return choices.some((one) => Object.keys(one).length > 0 && isPlacedOn(one, labels));
}
