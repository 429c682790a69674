import { pythonFolder } from "../../knowledge/chart.ts";
import { hubcFolder, kernelConfigFile, serverConfigFile } from "../../knowledge/server-files.ts";
import type { HubFile, HubMount } from "../../model/hub-parts.ts";
import { isLeftOut } from "../../model/left-out.ts";
import type { Release } from "../../model/release.ts";
import { defineRule } from "../rule.ts";
import { hubPlaces, plain } from "./hub-places.ts";

/** Each file has its place for itself. */
export const fileTaken = defineRule<{ path: string; whose: string }>({
  code: "hub/file-taken",
  title: "A file where something else lies already",
  why: "Kubernetes refuses a pod with two mounts in one place, and a file cannot be a folder: no server, or no hub, would start.",
  message: ({ path, whose }) => `\`${path}\` is ${whose}: the file needs a place of its own.`,
  judges: "parts",
  check: ({ releases }, report) => {
    const found = releases.flatMap((release) =>
      release.files.flatMap((file) => {
        const taken = takenBy(file, release);
        return taken === undefined ? [] : [{ ...taken, path: file.path.value, span: file.path.span }];
      }),
    );
    for (const { path, whose, other, span } of found) {
      const related = other === undefined ? [] : [{ span: other.path.span, message: "The other is here." }];
      report({ path, whose }, { span, related });
    }
  },
});

function takenBy(
  file: HubFile,
  release: Release,
): { readonly whose: string; readonly other?: HubFile | HubMount } | undefined {
  const { files, homes, mounts, leftOut } = release;
  const path = plain(file.path.value);
  const earlier = files.slice(0, files.indexOf(file)).filter((one) => one.in.value === file.in.value);
  const other = earlier.find((file) => meet(plain(file.path.value), path));
  if (other !== undefined) return { whose: "also the place of another file, or of a folder around one", other };
  if (file.in.value === "hub") {
    if (meet(pythonFolder, path)) return { whose: "where the hub's Python lies" };
    return hubPlaces(release).includes(path) ? { whose: "where the hub has its own files" } : undefined;
  }
  const settings = isLeftOut({ leftOut }, "server-settings") ? [] : [serverConfigFile, kernelConfigFile];
  const own = [...settings, hubcFolder].find((one) => meet(one, path));
  if (own !== undefined) return { whose: `where hubc puts files of its own (\`${own}\`)` };
  const home = plain(homes.mount?.value ?? "/home/jovyan");
  if (isIn(home, path)) return { whose: "the home folder, or a folder around it" };
  const absolute = (place: string) => plain(place.startsWith("/") ? place : `${home}/${place}`);
  const mount = mounts.find((mount) => mount.readOnly.value && isIn(path, absolute(mount.path.value)));
  if (mount === undefined || absolute(mount.path.value) === path) return undefined;
  return {
    whose: `below the mount \`${mount.name}\`, which is read-only, so that no place can be made for it`,
    other: mount,
  };
}

/** Is one of the two the other, or around it? */
function meet(a: string, b: string): boolean {
  return isIn(a, b) || isIn(b, a);
}

function isIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
