import { type HubMount, isForEverybody } from "../../model/hub-parts.ts";
import type { Release } from "../../model/release.ts";
import type { Span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";
import { hubPlaces, plain } from "./hub-places.ts";

/** Each mount has its place for itself. */
export const mountTaken = defineRule<{ path: string; whose: string }>({
  code: "hub/mount-taken",
  title: "Two mounts in one place",
  why: "A server has one thing in one place. Kubernetes refuses a pod with two mounts of one path, and a mount over the home hides everybody's work.",
  message: ({ path, whose }) => `\`${path}\` is ${whose}: the mount needs a place of its own.`,
  check: ({ releases }, report) => {
    for (const { path, whose, span, related } of releases.flatMap(takenIn)) report({ path, whose }, { span, related });
  },
});

function takenIn(release: Release) {
  return [...mountsTaken(release), ...volumesTaken(release)];
}

/** Volumes of one pod that lie at one place with something else. */
function volumesTaken(release: Release) {
  const { volumes, files, mounts, homes } = release;
  const ofChart = hubPlaces(release);
  const home = plain(homes.mount?.value ?? "/home/jovyan");
  return volumes.flatMap((volume, i) => {
    const { value: path, span } = volume.path;
    const place = plain(path);
    const isThere = (one: { readonly path: { readonly value: string } }) => plain(one.path.value) === place;
    const inServers = volume.in.value === "servers";
    if (inServers && (place === home || home.startsWith(`${place}/`)))
      return [{ path, whose: "the home folder, or a folder around it", span, related: [] }];
    if (!inServers && ofChart.includes(place))
      return [{ path, whose: "where the hub has its own files", span, related: [] }];
    const other =
      volumes.slice(0, i).find((earlier) => earlier.in.value === volume.in.value && isThere(earlier)) ??
      files.find((file) => file.in.value === volume.in.value && isThere(file)) ??
      (inServers ? mounts.find(isThere) : undefined);
    if (other === undefined) return [];
    const related = [{ span: other.path.span, message: "The other is here." }];
    return [{ path, whose: "also the place of something else", span, related }];
  });
}

function mountsTaken(release: Release) {
  const home = plain(release.homes.mount?.value ?? "/home/jovyan");
  const absolute = (path: string) => plain(path.startsWith("/") ? path : `${home}/${path}`);
  return release.mounts.flatMap((mount, i) => {
    const { value: path, span } = mount.path;
    const place = absolute(path);
    const found = (whose: string, other?: Span) => [
      { path, whose, span, related: other ? [{ span: other, message: "The other is here." }] : [] },
    ];
    if (place === home || home.startsWith(`${place}/`)) return found("the home folder, or a folder around it");
    const file = release.files.find((file) => file.in.value === "servers" && plain(file.path.value) === place);
    if (file) return found("where a file of the hub lies", file.path.span);
    // Two for different groups may be in one server, and a server has one of them.
    const other = release.mounts.slice(0, i).find((mount) => absolute(mount.path.value) === place);
    if (other && mayMeet(other, mount)) return found("also the place of another mount", other.path.span);
    const around = release.mounts.find(
      (one) => one.readOnly.value && place.startsWith(`${absolute(one.path.value)}/`) && mayMeet(one, mount),
    );
    if (around)
      return found(
        `below the mount \`${around.name}\`, which is read-only, so that no folder can be made for it`,
        around.path.span,
      );
    return [];
  });
}

/** May one server have both? */
function mayMeet(mount: HubMount, other: HubMount): boolean {
  return isForEverybody(mount) || isForEverybody(other) || meet(mount.groups, other.groups);
}

function meet(a: readonly { readonly value: string }[], b: readonly { readonly value: string }[]): boolean {
  return a.some(({ value }) => b.some((one) => one.value === value));
}
