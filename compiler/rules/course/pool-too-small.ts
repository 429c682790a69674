import { machineOf } from "../../capacity/machine-of.ts";
import { nodesAtPeak, type PeakLoad, peaksByPool, type Shortage, shortages } from "../../capacity/pool-shortage.ts";
import { eachNodeCosts } from "../../capacity/price-text.ts";
import { inWindow, printDays } from "../../capacity/print-days.ts";
import { type Fix, offerFix, type RelatedPlace } from "../../diagnostics/diagnostic.ts";
import type { Model } from "../../model/model.ts";
import { andList, countWords } from "../../text/and-list.ts";
import { defineRule } from "../rule.ts";

interface Parameters {
  readonly people: string;
  readonly needed: number;
  readonly pool: string;
  readonly most: number;
  readonly room: string;
}

/** Every pool holds those who work on it at once, in every window. */
export const classFits = defineRule<Parameters>({
  code: "course/pool-too-small",
  title: "A pool that can't hold the class",
  why: "When all who work at once are there, the pool is at its largest and the servers of the rest stay pending. `peak` says how many work at once (all `students`, unless said); what each is guaranteed decides how many a node holds. Let the pool have more nodes, take larger machines, guarantee less, or say a lower `peak`.",
  message: ({ people, needed, pool, most, room }) =>
    `${people} need ${countWords(needed, "node")} of pool \`${pool}\`, which has at most ${most}${room}.`,
  judges: "parts",
  check: (model, report, { loads }) => {
    const peaks = peaksByPool(model, loads());
    for (const shortage of shortages(peaks)) {
      const [first, ...others] = shortage.loads;
      const span = first?.stretch.peak?.span;
      if (first === undefined || span === undefined) continue;
      const parameters = {
        people: others.length === 0 ? aloneText(first) : togetherText(shortage),
        needed: shortage.needed,
        pool: shortage.pool.name,
        most: shortage.most,
        room: others.length === 0 ? roomText(first, shortage.most) : "",
      };
      const related = [...others.slice(0, named - 1).flatMap(placeOf), ...whyOf(first)];
      report(parameters, {
        span,
        related,
        fixes: moreNodes(first, nodesAtPeak(shortage.pool, peaks), model),
      });
    }
  },
});

function aloneText(load: PeakLoad): string {
  return `${countWords(load.people, "person", "people")} at once${inWindow(load.stretch)}, ${load.aNode.people} on a node by ${load.aNode.limit},`;
}

/** How many courses a message names; a campus has hundreds on one pool. */
const named = 4;

function togetherText({ loads, days }: Shortage): string {
  const courses = loads.map(({ server, people }) => `${people} of \`${server.name}\``);
  const rest = loads.slice(named).reduce((sum, load) => sum + load.people, 0);
  const listed =
    loads.length <= named
      ? courses
      : [...courses.slice(0, named), `${rest} of ${countWords(loads.length - named, "other course")}`];
  return `${andList(listed)} at once ${printDays(days.from, days.to)}`;
}

function roomText({ aNode, people }: PeakLoad, most: number): string {
  const room = aNode.people * most;
  return `: room for ${room}, ${people - room} too few`;
}

function placeOf({ server, stretch }: PeakLoad): RelatedPlace[] {
  return stretch.peak ? [{ span: stretch.peak.span, message: `\`${server.name}\` is on the same pool.` }] : [];
}

/** In a window, what it changes is not where the peak is written. */
function whyOf({ stretch, pool }: PeakLoad): RelatedPlace[] {
  const bounds = [{ span: pool.nodes?.span ?? pool.span, message: "The pool's nodes." }];
  if (stretch.labels.length === 0 || stretch.memory === undefined) return bounds;
  return [{ span: stretch.memory.span, message: "What each is guaranteed then." }, ...bounds];
}

/** Enough for everybody on the pool, so that one edit mends it. */
function moreNodes({ pool, provider, release }: PeakLoad, wanted: number, { machines }: Model): Fix[] {
  const isOnOneHost = release.homes.settings["host"] !== undefined;
  if (pool.nodes === undefined || pool.hosts.length > 0 || isOnOneHost) return [];
  const from = provider.variant === "kind" ? wanted : pool.nodes.value.from;
  const cost = eachNodeCosts(machineOf(pool, provider, machines));
  return [offerFix(`Let pool \`${pool.name}\` have ${wanted} nodes${cost}`, pool.nodes.span, `${from}..${wanted}`)];
}
