import { defineDiagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import type { Release, Storage } from "../../model/model.ts";
import { exampleHub } from "../../model/release-diagnostics.ts";
import { claimName, claimNamespace } from "../../model/storage-claim.ts";
import { distinctPlaces } from "../image/distinct-lines.ts";
import type { Rule } from "../rule.ts";

const claimed = (line: string, more = "") =>
  exampleHub({
    hub: more === "" ? "" : "  backup {\n    schedule = 03:00\n    storage = archive\n  }\n",
    more,
  }).replace("storage dynamic homes { size = 5GiB }", `storage claim homes { ${line} }`);
const archive = 'storage nfs archive {\n  server = "10.0.0.3"\n  export = "/archive"\n}\n';

const elsewhere = defineDiagnostic<{ claim: string; namespace: string; release: string }>({
  code: "storage/claim-elsewhere",
  severity: "error",
  title: "A claim of another namespace",
  why: "A pod mounts claims of its own namespace alone. Servers of a release that lives elsewhere would wait for the claim for ever.",
  wrong: claimed('name = "home-nfs"  namespace = "other"'),
  right: claimed('name = "home-nfs"  namespace = "h-prod"'),
  message: ({ claim, namespace, release }) =>
    `The claim \`${claim}\` lies in the namespace \`${namespace}\`, and the servers that would mount it in \`${release}\`: make a claim there, too, or give this stage another storage.`,
});

const madeHere = defineDiagnostic<{ claim: string; storage: string }>({
  code: "storage/claim-made-here",
  severity: "error",
  title: "A claim that somebody else makes, and that hubc makes",
  why: "hubc makes a claim of the storage's name for every other kind of shared storage. Two of one name in one namespace are one, so that the one would hide the other's files.",
  wrong: claimed('name = "archive"', archive),
  right: claimed('name = "home-nfs"', archive),
  message: ({ claim, storage }) =>
    `hubc makes a claim \`${claim}\` for the storage \`${storage}\`: call one of the two something else, or use that storage.`,
});

/** A claim made elsewhere is in the namespace of those who mount it, and is nobody else's. */
export const claim: Rule = {
  diagnostics: [elsewhere, madeHere],
  check: ({ releases }, report) => {
    const claims = releases.flatMap((release) =>
      release.storages
        .filter(({ variant }) => variant === "claim")
        .map((storage) => ({ storage, release, span: storage.span })),
    );
    const away = claims.flatMap(({ storage, release }) => {
      const namespace = claimNamespace(storage);
      if (namespace === undefined || namespace.value === release.namespace) return [];
      return [
        { claim: claimName(storage), namespace: namespace.value, release: release.namespace, span: release.span },
      ];
    });
    for (const { span, ...found } of distinctPlaces(away)) report(diagnose(elsewhere, found, { span }));
    const both = claims.flatMap(({ storage, release, span }) => {
      const other = madeOf(release).find((one) => one.name === claimName(storage));
      return other === undefined ? [] : [{ claim: other.name, storage: other.name, other, span }];
    });
    for (const { span, other, ...found } of distinctPlaces(both)) {
      const related = [{ span: other.span, message: "The storage of that name is here." }];
      report(diagnose(madeHere, found, { span, related }));
    }
  },
};

/** Storages for which hubc makes a claim. */
function madeOf({ storages }: Release): readonly Storage[] {
  return storages.filter(({ variant }) => variant !== "claim" && variant !== "dynamic" && variant !== "memory");
}
