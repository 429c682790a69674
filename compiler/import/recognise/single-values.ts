// Settings of the hub that are one value each: its scheduler, how it logs, what it pulls, how many servers start, its own image, and when
// servers stop.

import { quote } from "../../schema/values/scalars.ts";
import { block, booleanAt, numberAt, type Recognise, saying, set, textAt, valueAt } from "../piece.ts";
import { printSeconds } from "../print-data.ts";
import { kernelsOf } from "./own-additions.ts";

export const singleValues: Recognise = (recognising) => [
  ...truths(recognising),
  ...counts(recognising),
  ...pulling(recognising),
  ...hubImage(recognising),
  ...culling(recognising),
  ...pictures(recognising),
];

const truths: Recognise = ({ values }) =>
  (
    [
      ["user-scheduler", "scheduling.userScheduler.enabled"],
      ["pod-priority", "scheduling.podPriority.enabled"],
      ["debug", "debug.enabled"],
    ] as const
  ).flatMap(([name, path]) => saying(name, booleanAt(values, path)?.toString(), path));

const counts: Recognise = ({ values }) => {
  const starts = numberAt(values, "hub.concurrentSpawnLimit") ?? 0;
  const most = numberAt(values, "hub.namedServerLimitPerUser") ?? 0;
  const servers = most === 0 ? "unlimited" : String(most);
  const isAllowed = booleanAt(values, "hub.allowNamedServers") === true;
  const paths = ["hub.allowNamedServers", "hub.namedServerLimitPerUser"];
  return [
    ...saying("concurrent-starts", starts > 0 ? String(starts) : undefined, "hub.concurrentSpawnLimit"),
    ...saying("named-servers", isAllowed ? servers : undefined, ...paths),
  ];
};

/** The chart pulls at both times unless told. */
const pulling: Recognise = ({ values }) => {
  const [hook, later] = ["hook", "continuous"].map((when) => booleanAt(values, `prePuller.${when}.enabled`) ?? true);
  const times = [...(hook ? ["on-deploy"] : []), ...(later ? ["on-new-nodes"] : [])];
  return saying("pre-pull", `[${times.join(", ")}]`, "prePuller.hook.enabled", "prePuller.continuous.enabled");
};

const hubImage: Recognise = ({ values }) => {
  const [image, tag] = [textAt(values, "hub.image.name"), valueAt(values, "hub.image.tag")];
  if (image === undefined || typeof tag !== "string" || tag === "") return [];
  return saying("hub-image", quote(`${image}:${tag}`), "hub.image.name", "hub.image.tag");
};

const culling: Recognise = ({ values, refused }) => {
  const name = "cull";
  const claims = ["enabled", "timeout", "every", "maxAge", "removeNamedServers"].map((key) => ["cull", key]);
  if (booleanAt(values, "cull.enabled") === false) {
    const isWhole = kernelsOf(values, refused).length === 0;
    const none = isWhole ? set(name, "none", name) : block(name, [set("enabled", "false", name)], name);
    return [{ name, statements: [none], claims }];
  }
  const [idle, most] = [numberAt(values, "cull.timeout"), numberAt(values, "cull.maxAge")];
  const [idleText, mostText] = [printSeconds(idle ?? 3600), printSeconds(most ?? 0)];
  if (idleText === undefined || (most !== undefined && most !== 0 && mostText === undefined)) return [];
  const every = numberAt(values, "cull.every");
  const period = isUsualPeriod(every, idle) ? undefined : printSeconds(every ?? 0);
  const body = [
    set("idle", idleText, name),
    ...(mostText === undefined ? [] : [set("max-age", mostText, name)]),
    ...(period === undefined ? [] : [set("every", period, name)]),
    ...(booleanAt(values, "cull.removeNamedServers") === true ? [set("remove-named", "true", name)] : []),
  ];
  const said = claims.filter(([, key]) => key !== "every" || period !== undefined || isUsualPeriod(every, idle));
  return [{ name, statements: [block(name, body, name)], claims: said }];
};

/** hubc looks every ten minutes, or as often as a server may be idle. */
function isUsualPeriod(every: number | undefined, idle = 3600): boolean {
  return every === undefined || every === Math.min(600, idle);
}

const pictures: Recognise = ({ values }) => {
  const blocks = booleanAt(values, "singleuser.cloudMetadata.blockWithIptables");
  if (blocks === undefined) return [];
  const name = "block-metadata";
  const [metadata, internet] = ["cloudMetadataServer", "nonPrivateIPs"].map((key) =>
    booleanAt(values, `singleuser.networkPolicy.egressAllowRules.${key}`),
  );
  const body = [
    set(name, String(blocks), name),
    ...(internet === undefined ? [] : [set("internet", String(internet), name)]),
  ];
  const claims = [
    ["singleuser", "cloudMetadata", "blockWithIptables"],
    ...(metadata === undefined ? [] : [["singleuser", "networkPolicy", "egressAllowRules", "cloudMetadataServer"]]),
    ...(internet === undefined ? [] : [["singleuser", "networkPolicy", "egressAllowRules", "nonPrivateIPs"]]),
  ];
  return [{ name, statements: [block("network", body, name)], claims }];
};
