import { isContradicted } from "../../model/final-values.ts";
import { durationWords } from "../../output/quantities.ts";
import { defineRule } from "../rule.ts";

/** Servers are looked at more often than they are to be stopped. */
export const lookedAtLate = defineRule<{ every: number; setting: string; time: number }>({
  code: "hub/looked-at-late",
  severity: "warning",
  title: "Servers that are looked at too seldom to stop them in time",
  why: "A server is stopped when the culler looks at it, and not before. Where it looks more seldom than servers are to be stopped, they run on until it does, and nodes with them.",
  message: ({ every, setting, time }) =>
    `Servers are looked at every ${durationWords(every)} only: one that \`${setting}\` ends after ${durationWords(time)} may run for ${durationWords(time + every)}. Leave \`every\` out, or say a time below that.`,
  judges: "parts",
  check: ({ releases }, report) => {
    for (const release of releases) {
      const { enabled, every, idle, maxAge } = release.cull ?? {};
      if (enabled?.value !== true || every === undefined || isContradicted(release, "cull.every", every.value))
        continue;
      const times = [
        { setting: "idle", path: "cull.timeout", time: idle?.value ?? 0 },
        { setting: "max-age", path: "cull.maxAge", time: maxAge?.value ?? 0 },
      ];
      const [first] = times
        .filter(({ path, time }) => time > 0 && !isContradicted(release, path, time))
        .sort((a, b) => a.time - b.time);
      if (first === undefined || every.value <= first.time) continue;
      report({ every: every.value, setting: first.setting, time: first.time }, { span: every.span });
    }
  },
});
