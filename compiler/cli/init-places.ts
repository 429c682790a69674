// The places that hubc init can begin a hub for.

/** Where a hub runs: in a cluster of one of the clouds, on machines of one's own, on a laptop, or elsewhere, run by others. */
export const places = ["laptop", "gke", "eks", "aks", "k3s", "external"] as const;
export type Place = (typeof places)[number];

export const isPlace = (text: string): text is Place => places.some((place) => place === text);

/** What a person chooses between, in their words. */
export const placeWords: Readonly<Record<Place, string>> = {
  laptop: "this machine, to try it out (kind)",
  gke: "Google Cloud (GKE)",
  eks: "Amazon Web Services (EKS)",
  aks: "Microsoft Azure (AKS)",
  k3s: "machines of your own (k3s)",
  external: "nowhere: the course is on a hub that somebody else runs",
};
