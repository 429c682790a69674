import type { HubMount } from "../../model/hub-parts.ts";
import type { Release } from "../../model/release.ts";
import { defineRule } from "../rule.ts";

/** Mounts open no folder that is somebody's own. */
export const mountInHomes = defineRule<{ folder: string; why: string }>({
  code: "hub/mount-in-homes",
  title: "A mount of what is somebody's own",
  why: "Homes, and what hubc keeps beside them, lie in the same storage. A mount is for many, and a folder that is a person's home, or that holds copies of all of them, would be open to them.",
  message: ({ folder, why }) => `\`${folder}\` in the storage of the homes ${why}: take a folder such as \`_shared\`.`,
  check: ({ releases }, report) => {
    const found = releases.flatMap((release) =>
      release.mounts.flatMap((mount) => {
        const why = whoseFolder(mount, release);
        return why === undefined ? [] : [{ folder: mount.folder.value, why, span: mount.folder.span }];
      }),
    );
    for (const { span, ...words } of found) report(words, { span });
  },
});

function whoseFolder({ storage, folder }: HubMount, { homes, courses, groups }: Release): string | undefined {
  if (storage !== undefined && storage.value !== homes.name) return undefined;
  const parts = folder.value.split("/").filter((part) => part !== "");
  const [first = ""] = parts;
  const around = homes.path.value.split("/").filter((part) => !part.includes("{"));
  const isAround = parts.every((part, i) => around[i] === part);
  if (isAround) return "holds everybody's home";
  const below = around.every((part, i) => parts[i] === part);
  const inside = parts[around.length] ?? "";
  // Safe names and escaped ones begin with a letter, a digit or `-` (kubespawner 7.0, slugs.py).
  if (below && /^[a-z0-9-]/.test(inside)) return "is the home of whoever has that name";
  if (first === "_backups") return "holds copies of everybody's home";
  if (first === "_workspaces" && groups.some(({ workspace }) => workspace !== undefined))
    return "holds the homes of shared accounts";
  const kept = courses.some((course) => course.shared.length > 0 || course.grading?.kind === "nbgrader");
  return first === "_shared" && kept && parts.length === 1 ? "holds what courses keep, of all of them" : undefined;
}
