// Whether the Secrets that a release needs are there, or come with its deployment. Names of keys are asked for, values never.

import { secretKeysOf } from "../cluster/field-differences.ts";
import { missingKeys, missingSecret, type WantedSecret, wantedSecrets } from "../cluster/missing-secrets.ts";
import type { Release } from "../model/release.ts";
import { inTurn } from "./in-turn.ts";
import type { KubeObjects } from "./kube-objects.ts";
import type { Deployment, NamespaceState } from "./plan-deploy.ts";

/** Each in sentences. @throws ClusterFailure */
export async function secretProblems(
  objects: KubeObjects,
  { release, sops }: Pick<Deployment, "release" | "sops">,
  state: NamespaceState,
): Promise<readonly string[]> {
  // What an operator makes, or the deployment brings from its file, is not there before.
  const comes = release.secrets.source.kind === "external" || sops !== undefined ? release.secretName : undefined;
  const wanted = wantedSecrets(release);
  const brought = sops === undefined ? undefined : wanted.find(({ name }) => name === comes);
  const inFile = sops?.problem ?? (brought && sops && missingKeys(brought, sops, release));
  const others = wanted.filter(({ name }) => name !== comes);
  const found =
    state === "there" ? await inTurn(others, (secret) => missing(objects, secret, release)) : newOnes(others, release);
  return [inFile, ...found].filter((one) => one !== undefined);
}

async function missing(objects: KubeObjects, wanted: WantedSecret, release: Release): Promise<string | undefined> {
  return missingSecret(wanted, await keysOf(objects, wanted.name, release), release);
}

/** Into a namespace that is not there nobody can have put a Secret. */
function newOnes(wanted: readonly WantedSecret[], release: Release): readonly (string | undefined)[] {
  const first = `\`kubectl create namespace ${release.namespace}\``;
  return wanted.map((secret) => {
    const problem = missingSecret(secret, "absent", release);
    return problem && `${problem} The namespace is not there either: ${first} makes it.`;
  });
}

/** Names of a Secret's keys: only its metadata is asked for, which says who has written which. @throws ClusterFailure */
export async function keysOf(
  objects: KubeObjects,
  name: string,
  { namespace }: Release,
): Promise<readonly string[] | "absent" | undefined> {
  const metadata = await objects.metadata({ apiVersion: "v1", kind: "Secret", namespace, name });
  return metadata === undefined ? "absent" : secretKeysOf(metadata);
}
