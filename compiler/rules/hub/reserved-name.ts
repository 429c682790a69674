import { databaseClaim } from "../../knowledge/chart.ts";
import type { Storage } from "../../model/model.ts";
import { claimName } from "../../model/storage-claim.ts";
import { defineRule } from "../rule.ts";

/** Releases take no name that Kubernetes or the chart has. */
export const hubReservedName = defineRule<{ name: string; why: string }>({
  code: "hub/reserved-name",
  title: "A name that belongs to somebody else in the cluster",
  why: "Kubernetes keeps namespaces that begin with `kube-` for itself, and the chart has a claim of its own for the hub's database. What takes such a name overwrites the other, or is overwritten.",
  message: ({ name, why }) => `\`${name}\` ${why}: choose another name.`,
  each: "releases",
  check: (release, report) => {
    if (release.namespace.startsWith("kube-")) {
      const why = "is a namespace of Kubernetes' own, as all that begin with `kube-`";
      const span = release.named.namespace?.span ?? release.span;
      report({ name: release.namespace, why }, { span });
    }
    for (const storage of release.storages.filter(hasClaim)) {
      if (claimName(storage) !== databaseClaim) continue;
      const why = "is the chart's claim on the hub's database";
      report({ name: databaseClaim, why }, { span: storage.span });
    }
  },
});

function hasClaim({ variant }: Storage): boolean {
  return variant !== "dynamic" && variant !== "memory";
}
