import { isPeoplesStage } from "../../capacity/pool-load.ts";
import { coursesAhead, placeholderPool } from "../../capacity/room-ahead.ts";
import { isBefore } from "../../knowledge/charts/charts.ts";
import { neededBySignIn, needsForGroups, needsForPlaceholders } from "../../knowledge/charts/differences.ts";
import { isChosen } from "../../model/exams-on-day.ts";
import { isValueLeftOut } from "../../model/final-values.ts";
import { isLeftOut } from "../../model/left-out.ts";
import type { Model } from "../../model/model.ts";
import { poolFor } from "../../model/provider.ts";
import type { Release } from "../../model/release.ts";
import type { Span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

/** What a hub needs and the chart that the project names has not. */
export const needsChart = defineRule<{ what: string; needs: string; why: string; version: string }>({
  code: "hub/needs-chart",
  title: "A setting that needs a newer chart",
  why: "What an older chart's hub has not can't be written for it: JupyterHub would pass over it or not start, and people would not get what the program says.",
  message: ({ what, needs, why, version }) =>
    `${what} needs the chart \`${needs}\` or later, and the project names \`${version}\`: ${why}.`,
  check: (model, report) => {
    const told = new Set<Span>();
    for (const release of model.releases)
      for (const { span, ...words } of neededBy(release, model)) {
        if (told.has(span) || !isBefore(release.chart.version, words.needs)) continue;
        told.add(span);
        report({ ...words, version: model.project.chart.value }, { span });
      }
  },
});

interface Need {
  readonly what: string;
  readonly needs: string;
  readonly why: string;
  readonly span: Span;
}

function neededBy(release: Release, model: Model): readonly Need[] {
  const { auth, groups } = release;
  const isOwn = hasOwnImage(release);
  const signIn = !isOwn && Object.hasOwn(neededBySignIn, auth.variant) ? neededBySignIn[auth.variant] : undefined;
  const isByName = isOwn && isLeftOut(release, "exact-people");
  const sources = isByName ? [] : groups.flatMap(({ sources: [first] }) => (first === undefined ? [] : [first]));
  return [
    ...(signIn ? [{ what: `\`auth ${auth.variant}\``, ...signIn, span: auth.span }] : []),
    ...placeholdersElsewhere(release, model),
    ...sources.map((group) => ({ what: "A group from sign-in", ...needsForGroups, span: group.span })),
  ];
}

/** Whose authenticator it is is then a matter of that image, and not of the chart. */
function hasOwnImage(release: Release): boolean {
  return release.hubImage !== undefined || isValueLeftOut(release, "hub.image.name");
}

/** Placeholders that have to be sent to a pool which servers are not sent to by themselves. */
function placeholdersElsewhere(release: Release, model: Model): readonly Need[] {
  const [course] = release.courses;
  const pool = placeholderPool(release);
  const isThere = course !== undefined && poolFor(release.provider, course) === pool;
  if (pool === undefined || (isThere && !isChosen(release, model.on))) return [];
  const spare = release.spare.find(({ count }) => count.value > 0)?.count.span;
  const [ahead] = isPeoplesStage(release, model) ? coursesAhead(release) : [];
  const span = spare ?? ahead?.lectures[0]?.span ?? ahead?.exams[0]?.span ?? ahead?.span;
  const what = "Room that is kept free where a hub's courses are chosen, or on another pool than the first course's,";
  return span === undefined ? [] : [{ what, ...needsForPlaceholders, span }];
}
