// Secrets that a release needs and the cluster lacks, said by the names of their keys: values are neither asked for nor told.

import { secretsToBring } from "../model/needed-secrets.ts";
import type { Release } from "../model/release.ts";
import { secretKeys } from "../model/secret-keys.ts";
import { andList } from "../text/and-list.ts";

export interface WantedSecret {
  readonly name: string;
  readonly keys: readonly string[];
}

/** The release's own Secret and those that its objects name and somebody has to bring. */
export function wantedSecrets(release: Release): readonly WantedSecret[] {
  const own = secretKeys(release).map(({ key }) => key);
  return [
    ...(own.length > 0 ? [{ name: release.secretName, keys: own }] : []),
    ...secretsToBring(release).map(({ name, keys }) => ({ name, keys })),
  ];
}

/** What is missing, in sentences. `found` are the keys of the Secret; "absent" where there is none, undefined where its keys can't be told. */
export function missingSecret(
  { name, keys }: WantedSecret,
  found: readonly string[] | "absent" | undefined,
  { namespace, folder }: Pick<Release, "namespace" | "folder">,
): string | undefined {
  if (found === "absent")
    return `The Secret \`${name}\` is not in the namespace \`${namespace}\`. It needs ${keys.length > 0 ? `the keys ${quoted(keys)}` : "to be there"}; ${folder}/README.md says how it is made.`;
  if (found === undefined) return undefined;
  const missing = keys.filter((key) => !found.includes(key));
  if (missing.length === 0) return undefined;
  return `The Secret \`${name}\` in the namespace \`${namespace}\` lacks ${quoted(missing)}. ${folder}/README.md says what each is for.`;
}

/** What an encrypted file lacks of it, in a sentence. */
export function missingKeys(
  { keys }: WantedSecret,
  file: { readonly path: string; readonly keys: readonly string[] },
  { folder }: Pick<Release, "folder">,
): string | undefined {
  const missing = keys.filter((key) => !file.keys.includes(key));
  if (missing.length === 0) return undefined;
  return `The file \`${file.path}\` lacks ${quoted(missing)}. ${folder}/README.md says what each is for.`;
}

function quoted(keys: readonly string[]): string {
  return andList(keys.map((key) => `\`${key}\``));
}
