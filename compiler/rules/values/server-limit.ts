import { isPeoplesStage } from "../../capacity/pool-load.ts";
import { inWindow } from "../../capacity/print-days.ts";
import { asKnown } from "../../model/as-far-as-known.ts";
import { coursesByHub } from "../../model/courses-on-hub.ts";
import type { CourseStretch, Model } from "../../model/model.ts";
import { ownPlace, ownTrait } from "../../model/own-values.ts";
import type { Release } from "../../model/release.ts";
import type { Server } from "../../model/server.ts";
import type { Span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

/** A hub lets as many servers run at once as people work there at once. */
export const serverLimit = defineRule<{ limit: number; people: number; when: string }>({
  code: "values/server-limit",
  severity: "warning",
  title: "Fewer servers at once than people",
  why: "`hub.activeServerLimit` of the chart, which is `JupyterHub.active_server_limit`, refuses each further server while so many run, whatever room the nodes have: whoever comes last to a lecture reads that there are too many users. `peak` says how many work at once; it is all `students`, unless said.",
  message: ({ limit, people, when }) =>
    `The hub lets ${limit} servers run at once, and ${people} people work there at once${when}: the others get none. Raise it, leave it out, or say a lower \`peak\`.`,
  judges: "parts",
  each: "releases",
  check: (release, report, model) => {
    const limit = ownTrait(release, ["JupyterHub"], trait);
    if (typeof limit !== "number" || limit <= 0 || !isPeoplesStage(release, model)) return;
    const fullest = fullestDay(release, model);
    if (fullest === undefined || fullest.people <= limit) return;
    const { people, stretch } = fullest;
    report({ limit, people, when: inWindow(stretch) }, { span: placeOf(release), related: whyOf(stretch) });
  },
});

const trait = "active_server_limit";

/** The day on which most people work on the hub at once, of those on which a course or a window of one begins. */
function fullestDay(release: Release, { courses, on }: Model) {
  const lasting = (coursesByHub(courses).get(release.hub) ?? []).filter(
    ({ stretches }) => (stretches.at(-1)?.to ?? 0) >= on,
  );
  const servers: readonly Server[] = [...lasting, ...(asKnown(() => release.permanent) ?? [])];
  const stretches = servers.flatMap((server) => asKnown(() => server.stretches) ?? []);
  const peak = (stretch: CourseStretch) => asKnown(() => stretch.peak?.value) ?? 0;
  return stretches
    .map((stretch) => {
      const present = stretches.filter(({ from, to }) => from <= stretch.from && stretch.from <= to);
      return { stretch, people: present.reduce((sum, other) => sum + peak(other), 0) };
    })
    .reduce<{ stretch: CourseStretch; people: number } | undefined>(
      (most, one) => (most === undefined || one.people > most.people ? one : most),
      undefined,
    );
}

function whyOf({ peak }: CourseStretch) {
  return peak === undefined ? [] : [{ span: peak.span, message: "So many people work at once." }];
}

function placeOf(release: Release): Span {
  const inPython = release.ownCode.settings.findLast(
    (setting) => setting.className === "JupyterHub" && setting.trait === trait,
  );
  return (
    inPython?.span ??
    ownPlace(release, `hub.config.JupyterHub.${trait}`) ??
    ownPlace(release, "hub.activeServerLimit") ??
    release.span
  );
}
