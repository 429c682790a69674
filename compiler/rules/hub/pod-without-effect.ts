import { finalValue, isContradicted } from "../../model/final-values.ts";
import type { Release } from "../../model/release.ts";
import type { OwnPod } from "../../schema/blocks/own-pods.ts";
import { defineRule } from "../rule.ts";

/** What is said of a pod is said of one that runs. */
export const podWithoutEffect = defineRule<{ pod: OwnPod; why: string }>({
  code: "hub/pod-without-effect",
  severity: "info",
  title: "Sizes of a pod that does not run",
  why: "The chart starts some of its pods only where they have work to do. What is said of the others changes nothing, which is easily taken for a limit that holds.",
  message: ({ pod, why }) => `There is no pod \`${pod}\`, so its sizes change nothing: ${why}.`,
  judges: "parts",
  check: ({ releases }, report) => {
    const found = releases.flatMap((release) =>
      release.pods.flatMap(({ pod, span }) => {
        const why = reasonToBeAbsent(pod, release);
        return why === undefined ? [] : [{ pod, why, span }];
      }),
    );
    for (const { pod, why, span } of found) report({ pod, why }, { span });
  },
});

/** When the chart renders its parts (chart 4.4.0, templates/scheduling/user-scheduler and templates/proxy/autohttps). */
function reasonToBeAbsent(pod: OwnPod, release: Release): string | undefined {
  if (pod === "user-scheduler") {
    const enabled = ["scheduling.userScheduler.enabled", release.userScheduler?.value] as const;
    const isOff = finalValue(release, ...enabled) === false && !isContradicted(release, ...enabled);
    return isOff ? "the user scheduler is off" : undefined;
  }
  if (pod !== "traefik" && pod !== "secret-sync") return undefined;
  const enabled = ["proxy.https.enabled", release.https && true] as const;
  const type = ["proxy.https.type", certificateOf(release)] as const;
  if (isContradicted(release, ...enabled) || isContradicted(release, ...type)) return undefined;
  return finalValue(release, ...enabled) === true && finalValue(release, ...type) === "letsencrypt"
    ? undefined
    : "it runs only where the hub gets its certificate from Let's Encrypt";
}

function certificateOf({ https }: Release): string | undefined {
  if (https?.letsencrypt) return "letsencrypt";
  return https?.secret ? "secret" : https?.offload?.value ? "offload" : undefined;
}
