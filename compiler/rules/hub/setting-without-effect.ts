import { asKnown } from "../../model/as-far-as-known.ts";
import { isContradicted } from "../../model/final-values.ts";
import type { Release } from "../../model/release.ts";
import type { Sourced } from "../../model/sourced.ts";
import { durationWords } from "../../output/quantities.ts";
import { andList } from "../../text/and-list.ts";
import { defineRule } from "../rule.ts";
import { allTakenOut, type SaidSetting } from "../setting-taken-out.ts";

/** What another setting makes useless is not said beside it. */
export const settingWithoutEffect = defineRule<{ keys: readonly string[]; reason: string }>({
  code: "hub/setting-without-effect",
  severity: "warning",
  title: "A setting of a hub that does nothing beside another",
  why: "Some settings count only beside others. What is written and changes nothing is easily taken for something that holds: servers that are stopped, people who may enter, a directory that is searched.",
  message: ({ keys, reason }) =>
    `${andList(keys.map((key) => `\`${key}\``))} ${keys.length === 1 ? "has" : "have"} no effect: ${reason}.`,
  judges: "parts",
  check: ({ releases }, report) => {
    const all = releases.flatMap((release) => conditions.flatMap((look) => asKnown(() => look(release)) ?? []));
    // What says nothing in one stage may hold in another.
    const holding = new Set(all.flatMap(({ settings, reason }) => (reason === undefined ? settings.map(placeOf) : [])));
    for (const { settings, reason, stays } of all) {
      const idle = settings.filter((one) => !holding.has(placeOf(one)));
      const [first] = idle;
      if (reason === undefined || first === undefined) continue;
      const keys = idle.map(({ key }) => key);
      report({ keys, reason }, { span: first.value.span, fixes: stays === true ? [] : allTakenOut(idle) });
    }
  },
});

/** Settings that count only beside others; why they do not here, if so. */
interface Conditional {
  readonly settings: readonly SaidSetting[];
  readonly reason: string | undefined;
  /** Another value is meant: without the setting, its default would hold. */
  readonly stays?: boolean;
}

const conditions: readonly ((release: Release) => readonly Conditional[])[] = [
  culling,
  kernels,
  certificate,
  ldapSearch,
  googleGroups,
  providers,
];

/** A place that several stages share. */
function placeOf({ value: { span } }: SaidSetting): string {
  return `${span.file.path} ${span.start}`;
}

function written(settings: Readonly<Record<string, Sourced<unknown> | undefined>>): readonly SaidSetting[] {
  return Object.entries(settings).flatMap(([key, value]) =>
    value === undefined || value.how === "default" ? [] : [{ key, value }],
  );
}

function culling(release: Release): readonly Conditional[] {
  const { cull } = release;
  if (cull === undefined || isContradicted(release, "cull.enabled", cull.enabled.value)) return [];
  const { enabled, idle, maxAge, every, removeNamed } = cull;
  const others = written({ "max-age": maxAge, every, "remove-named": removeNamed });
  const ends = written({ idle });
  if (enabled.value)
    return [
      { settings: others, reason: undefined },
      { settings: ends, reason: reasonOfAge(release), stays: true },
    ];
  // A hub that switches off what another declaration says has both for a reason.
  const settings = [...ends, ...others].filter(({ value }) => value.by === enabled.by);
  const reason = "`enabled = false` leaves servers running. Take it out, or what has no effect";
  return [{ settings, reason }];
}

/** A server as old as `max-age` is stopped whether it is used or not (jupyterhub-idle-culler 1.4.0). */
function reasonOfAge(release: Release): string | undefined {
  const { idle, maxAge } = release.cull ?? {};
  if (idle === undefined || maxAge === undefined || maxAge.value === 0 || idle.value < maxAge.value) return undefined;
  if (isContradicted(release, "cull.timeout", idle.value)) return undefined;
  if (isContradicted(release, "cull.maxAge", maxAge.value)) return undefined;
  return `no server lasts so long, since \`max-age\` ends each after ${durationWords(maxAge.value)}. Say less, or a longer \`max-age\``;
}

function kernels({ cull }: Release): readonly Conditional[] {
  if (cull === undefined) return [];
  const stops = cull.kernels !== undefined || (cull.enabled.value && cull.idle !== undefined);
  const reason = "nothing here stops kernels. Say after what time, by `kernels`, or take it out";
  const { connectedKernels } = cull;
  return [{ settings: written({ "connected-kernels": connectedKernels }), reason: stops ? undefined : reason }];
}

function certificate({ https }: Release): readonly Conditional[] {
  const [first] = https?.hosts ?? [];
  if (https === undefined || first === undefined) return [];
  const holder =
    https.offload?.value === true ? "the load balancer" : https.secret && `the Secret \`${https.secret.value}\``;
  const reason =
    holder &&
    `${holder} has the certificate, which says itself for which names it is. Have it made for them, and take it out`;
  return [{ settings: written({ hosts: first }), reason }];
}

function ldapSearch({ auth: { variant, settings } }: Release): readonly Conditional[] {
  if (variant !== "ldap") return [];
  const of = (...keys: readonly string[]) => written(Object.fromEntries(keys.map((key) => [key, settings[key]])));
  if (settings["search-base"] === undefined)
    return [
      {
        settings: of("search-attribute", "search-user", "search-password"),
        reason: "nobody is looked up without `search-base`. Say where people are, or take it out",
      },
    ];
  const user = settings["search-user"];
  const reason = "it is the password of `search-user`, which is not said. Say who looks people up, or take it out";
  return [{ settings: of("search-password"), reason: user === undefined ? reason : undefined }];
}

function googleGroups({ auth: { variant, settings }, groups }: Release): readonly Conditional[] {
  if (variant !== "google") return [];
  const said = written({ "groups-admin": settings["groups-admin"], "groups-key": settings["groups-key"] });
  const asks = groups.some(({ sources }) => sources.some(({ kind }) => kind === "google"));
  const reason = "no group of the hub comes `from google`. Write one and let it enter, or take it out";
  return [{ settings: said, reason: asks ? undefined : reason }];
}

function providers({ auth: { variant, settings, idps } }: Release): readonly Conditional[] {
  if (variant !== "cilogon") return [];
  const reason =
    "where there are blocks `idp`, only those providers let people in. Write a block for each of these, or take it out";
  return [{ settings: written({ idps: settings["idps"] }), reason: idps.length > 0 ? reason : undefined }];
}
