import { isReservedName } from "../../model/reserved-names.ts";
import { isDnsLabel } from "../../text/dns-label.ts";
import { defineRule } from "../rule.ts";

/** Containers have names that Kubernetes takes, and that no other container of the pod has. */
export const containerName = defineRule<{ name: string; why: string }>({
  code: "hub/container-name",
  title: "A name that no container can have",
  why: "Kubernetes refuses a pod that has two containers of one name, or one whose name it does not take: nobody's server would start.",
  message: ({ name, why }) => `\`${name}\` can be no container's name: ${why}.`,
  judges: "parts",
  check: ({ releases }, report) => {
    for (const { name, span } of releases.flatMap(({ containers }) => containers)) {
      const why = whyNot(name);
      if (why !== undefined) report({ name, why }, { span });
    }
  },
});

/** KubeSpawner calls the server's own `notebook`, and the chart one of its own `block-cloud-metadata` (kubespawner 7.0, objects.py; chart 4.4.0). */
function whyNot(name: string): string | undefined {
  if (name === "notebook" || name === "block-cloud-metadata") return "each server's pod has a container of that name";
  if (name === "own-home" || isReservedName(name)) return "it is a name of hubc's own";
  return isDnsLabel(name)
    ? undefined
    : "it is 1 to 63 lower-case letters, digits and `-`, and begins and ends with a letter or a digit";
}
