// Where what is fetched for an image is kept while it is built: nowhere, so that no layer holds it; or, where a project asks for that, in
// caches of the builder, so that the next build need not fetch it again.

import type { DockerCache } from "../../output/dockerfile.ts";
import type { Account } from "./account.ts";

/** What one step's fetching needs. */
export interface Fetched {
  readonly caches: readonly DockerCache[];
  /** Goes before or into the command that fetches; may be empty. */
  readonly words: string;
  /** Whether the step itself has to take away what it fetched. */
  readonly inLayer: boolean;
}

/** Apt's, which is run by root. */
export function fetchedByApt(cacheMounts: boolean): Fetched {
  if (!cacheMounts) return { caches: [], words: "", inLayer: true };
  // Debian's images empty /var/cache/apt/archives after each command (apt.conf.d/docker-clean): the files are kept beside it.
  return {
    caches: [
      { id: "hubc-apt-lists", target: "/var/lib/apt/lists" },
      { id: "hubc-apt-files", target: "/var/cache/apt/kept" },
    ],
    words: "-o Dir::Cache::archives=kept ",
    inLayer: false,
  };
}

/**
 * Conda's and pip's. Both write only where their account may, so each account has caches of its own; one whose number is not known has
 * none. (`mode=0777` would be for anybody with BuildKit, and with buildah 1.28 for root alone.)
 */
export function fetchedByConda(cacheMounts: boolean, who: "root" | Account): Fetched {
  const owner = who === "root" ? { uid: 0, gid: 0 } : who.numbers;
  if (!cacheMounts || owner === undefined) return { caches: [], words: "PIP_NO_CACHE_DIR=1", inLayer: true };
  return {
    caches: [
      { id: `hubc-conda-${owner.uid}`, target: conda, owner },
      { id: `hubc-pip-${owner.uid}`, target: pip, owner },
    ],
    words: `CONDA_PKGS_DIRS=${conda} PIP_CACHE_DIR=${pip}`,
    inLayer: false,
  };
}

const conda = "/tmp/conda-packages";
const pip = "/tmp/pip-cache";
