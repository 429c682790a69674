import type { Auth, Storage } from "../../model/model.ts";
import type { Release } from "../../model/release.ts";
import { compareSpans } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

/** Hubs that share homes sign people in alike. */
export const sharedByHubs = defineRule<{ storage: string; hub: string; other: string }>({
  code: "storage/shared-by-hubs",
  severity: "warning",
  title: "Homes that two hubs share, which sign people in differently",
  why: "A home is found by its username. Where two hubs give usernames differently, `ada` of one need not be `ada` of the other, and would get her files.",
  message: ({ storage, hub, other }) =>
    `\`${hub}\` and \`${other}\` keep homes in one place, \`${storage}\`, and sign people in differently, so that one person's username may be another's there: give one of them a \`path\` or a storage of its own, or the same sign-in.`,
  several: true,
  check: (model, report) => {
    const first = new Map<string, Release>();
    for (const release of [...model.releases].sort((a, b) => compareSpans(a.span, b.span))) {
      const place = placeOf(release);
      if (place === undefined) continue;
      const other = first.get(place);
      if (other === undefined) first.set(place, release);
      if (other === undefined || other.hub === release.hub || signIn(other.auth) === signIn(release.auth)) continue;
      const related = [
        { span: other.span, message: `\`${other.hub}\` is here.` },
        { span: release.homes.span, message: "The storage is here." },
      ];
      const parameters = { storage: release.homes.name, hub: release.hub, other: other.hub };
      report(parameters, { span: release.span, related });
    }
  },
});

/** Where a release keeps homes, whatever the storage is called; absent where each release has volumes of its own. */
function placeOf({ homes, pathPrefix }: Release): string | undefined {
  if (homes.variant === "dynamic" || homes.variant === "memory" || homes.variant === "claim" || homes.settings["tier"])
    return undefined;
  return JSON.stringify([homes.variant, settingsOf(homes), `${pathPrefix}${homes.path.value}`]);
}

function settingsOf({ settings }: Storage): [string, string][] {
  const place = ["server", "export", "share", "account", "filesystem", "directory"];
  return place.flatMap((key): [string, string][] => {
    const setting = settings[key];
    return setting === undefined ? [] : [[key, setting.value.replace(/^\/+|\/+$/g, "")]];
  });
}

/** What decides which username a person gets: everything that a sign-in says but its application and who may enter. */
function signIn({ variant, settings }: Auth): string {
  const own = Object.entries(settings).filter(([key]) => key !== "client-id" && key !== "client-secret");
  return JSON.stringify([variant, own.map(([key, { value }]): [string, unknown] => [key, value]).sort()]);
}
