import { finalValue } from "../../model/final-values.ts";
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
    const enabled = finalValue(release, "scheduling.userScheduler.enabled", release.userScheduler?.value);
    return enabled === false ? "the user scheduler is off" : undefined;
  }
  if (pod !== "traefik" && pod !== "secret-sync") return undefined;
  const isEncrypting = finalValue(release, "proxy.https.enabled", release.https !== undefined) === true;
  const { https } = release;
  const own = https?.letsencrypt ? undefined : https?.secret ? "secret" : https?.offload?.value ? "offload" : undefined;
  const type = finalValue(release, "proxy.https.type", own);
  return isEncrypting && type === "letsencrypt"
    ? undefined
    : "it runs only where the hub gets its certificate from Let's Encrypt";
}
