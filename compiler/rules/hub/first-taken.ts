// Names of which a cluster has each once: who has one first, and who comes after.

import type { Release } from "../../model/release.ts";
import { compareSpans, type Span } from "../../text/span.ts";

export interface Taken {
  readonly release: Release;
  /** The one that has it already, in words, and where it stands. */
  readonly other: string;
  readonly related: { readonly span: Span; readonly message: string };
}

/** Releases whose name another of the same cluster has; `nameOf` gives none where a release has none that matters. */
export function firstTaken(releases: readonly Release[], nameOf: (release: Release) => string | undefined): Taken[] {
  const first = new Map<string, Release>();
  const ordered = [...releases].sort((a, b) => compareSpans(placeOf(a), placeOf(b)));
  return ordered.flatMap((release) => {
    const name = nameOf(release);
    if (name === undefined) return [];
    const key = `${release.provider.name} ${name}`;
    const other = first.get(key);
    if (other === undefined) first.set(key, release);
    // Two of one hub and one stage's name have been said to be one.
    if (other === undefined || other.name === release.name) return [];
    const related = { span: placeOf(other), message: "The other one is here." };
    return [{ release, other: `\`${other.hub}\`, stage \`${other.stage}\``, related }];
  });
}

function placeOf({ named, span }: Release): Span {
  return named.namespace?.span ?? named.release?.span ?? span;
}
