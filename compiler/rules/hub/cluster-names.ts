import { defineDiagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { databaseClaim } from "../../knowledge/chart.ts";
import type { Release, Storage } from "../../model/model.ts";
import { claimName } from "../../model/storage-claim.ts";
import { volumeName } from "../../model/volume-name.ts";
import { compareSpans } from "../../text/span.ts";
import type { Rule } from "../rule.ts";

const volumeTaken = defineDiagnostic<{ name: string; other: string }>({
  code: "hub/volume-name-taken",
  severity: "error",
  title: "Two volumes of one name",
  why: "Volumes belong to the whole cluster, and are called `<hub>-<stage>-<storage>`. Two of the same name would be one, with the homes of both.",
  message: ({ name, other }) =>
    `The volume \`${name}\` is already that of ${other}: call this hub, its stage or its storage something else.`,
});

const reserved = defineDiagnostic<{ name: string; why: string }>({
  code: "hub/reserved-name",
  severity: "error",
  title: "A name that belongs to somebody else in the cluster",
  why: "Kubernetes keeps namespaces that begin with `kube-` for itself, and the chart has a claim of its own for the hub's database. What takes such a name overwrites the other, or is overwritten.",
  message: ({ name, why }) => `\`${name}\` ${why}: choose another name.`,
});

/** Releases share no name of what belongs to the whole cluster, and take none that Kubernetes or the chart has. */
export const clusterNames: Rule = {
  diagnostics: [volumeTaken, reserved],
  check: (model, report) => {
    const volumes = new Map<string, Release>();
    for (const release of [...model.releases].sort((a, b) => compareSpans(a.span, b.span))) {
      if (release.namespace.startsWith("kube-"))
        report(
          diagnose(
            reserved,
            { name: release.namespace, why: "is a namespace of Kubernetes' own, as all that begin with `kube-`" },
            { span: release.named.namespace?.span ?? release.span },
          ),
        );
      for (const storage of release.storages.filter(hasClaim)) {
        if (claimName(storage) === databaseClaim) {
          const why = "is the chart's claim on the hub's database";
          report(diagnose(reserved, { name: claimName(storage), why }, { span: storage.span }));
        }
        if (storage.variant === "claim") continue;
        const name = volumeName(release, storage);
        const other = volumes.get(name);
        if (other === undefined) volumes.set(name, release);
        else if (other.name !== release.name) {
          const related = [{ span: other.span, message: "The other hub is here." }];
          const words = `\`${other.hub}\`, stage \`${other.stage}\``;
          report(diagnose(volumeTaken, { name, other: words }, { span: release.span, related }));
        }
      }
    }
  },
};

function hasClaim({ variant }: Storage): boolean {
  return variant !== "dynamic" && variant !== "memory";
}
