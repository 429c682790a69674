// What a person's server becomes: one sentence for all that changes of it.

import { bytesIn } from "../knowledge/byte-specification.ts";
import { changeWords, said, whoGets } from "./change-words.ts";
import type { FactChange, SubjectChange } from "./compare-facts.ts";
import { capital } from "./moved-words.ts";
import type { PlanChange } from "./plan.ts";

type Changed = Extract<SubjectChange, { kind: "changed" }>;

/** What a running server keeps until it stops. */
const ofServer = [
  "image",
  "memory",
  "cpu",
  "gpu",
  "pool",
  "environment",
  "folders",
  "contents",
  "opens",
  "collaboration",
  "sizes",
  "images",
  "any image",
];

const told = new Set(["for", "staff"]);

/** Of a course or a profile. */
export function serverSentences({ after, changes }: Changed): PlanChange[] {
  if (after.kind !== "course" && after.kind !== "profile") return [];
  const server = changes.filter(({ key }) => ofServer.includes(key));
  const rest = changes.filter(({ key }) => !ofServer.includes(key) && !told.has(key));
  const less = server.some(isLess);
  const sizes =
    server.length === 0
      ? []
      : [
          said(after, {
            code: `${after.kind}-server`,
            weight: less ? "warning" : "note",
            text: `Servers of the ${after.kind} ${after.name}, for ${whoGets(after)}: ${server.map(changeWords).join("; ")}.`,
            details: [keepsOld],
          }),
        ];
  return [
    ...sizes,
    ...rest.map((change) =>
      said(after, {
        code: `${after.kind}-${change.key}`.replaceAll(" ", "-"),
        weight: moving.has(change.key) ? "warning" : "note",
        text: `${capital(`${after.kind} ${after.name}: ${changeWords(change)}`)}.`,
      }),
    ),
  ];
}

const keepsOld = "Servers that run go on as they are until they stop; only then people get the new one.";

/** Who took the course where it was finds it elsewhere, or on other days. */
const moving = new Set(["hub", "term"]);

/** Is there less of something than was? */
function isLess({ key, before, after }: FactChange): boolean {
  if (key === "gpu") return Number(before ?? 0) > Number(after ?? 0);
  if (key !== "memory" || typeof before !== "string" || typeof after !== "string") return false;
  const least = (words: string) =>
    words.split(" to ").map((part) => bytesIn(part.replace(" ", "").replace("iB", "")) ?? 0);
  return least(before).some((amount, i) => amount > (least(after)[i] ?? least(after)[0] ?? 0));
}
