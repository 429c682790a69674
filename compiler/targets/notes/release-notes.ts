// The page beside a release's values: what it is, what it needs, the commands that deploy it.

import { signInPaths } from "../../knowledge/authenticators.ts";
import { helmSupported, helmVersion } from "../../knowledge/ci-tools.ts";
import { type ChangeDay, changeWords, daysAlike } from "../../model/change-days.ts";
import { choiceSentences } from "../../model/choice-words.ts";
import { finalValue } from "../../model/final-values.ts";
import { cloudController } from "../../model/ingress-controller.ts";
import type { Project, Range } from "../../model/model.ts";
import { type NeededSecret, neededSecrets } from "../../model/needed-secrets.ts";
import {
  nodesInCluster,
  nodeTaint,
  type Pool,
  type Provider,
  poolMarks,
  printMark,
  printTaint,
} from "../../model/provider.ts";
import type { Release } from "../../model/release.ts";
import { serversFor, serversForWords } from "../../model/servers-for.ts";
import { claimName } from "../../model/storage-claim.ts";
import { markdownCode, markdownText } from "../../output/markdown.ts";
import { type OutputFile, textFile } from "../../output/output-file.ts";
import { andList } from "../../text/and-list.ts";
import { printDate } from "../../text/calendar.ts";
import { deployScriptName } from "../deploy-script.ts";
import renderNotes from "./release-notes.hbs";
import { type UpkeepNotes, upkeepNotes } from "./upkeep-notes.ts";

export interface NotesInput extends UpkeepNotes {
  readonly project: Project;
  readonly on: number;
  /** Images of the release: the reference, and the folder it is built from where it is built here. */
  readonly images: readonly { readonly reference: string; readonly folder: string | undefined }[];
  /** The days on which its hub changes. */
  readonly changes: readonly ChangeDay[];
}

/** `hubs/<hub>/<stage>/README.md`. */
export function releaseNotes(input: NotesInput): OutputFile {
  const { release } = input;
  const text = renderNotes({ ...whatItIs(input), ...whatItNeeds(input), ...upkeepNotes(input), ...itsDays(input) });
  return textFile(`${release.folder}/README.md`, text, release.span);
}

// The names that the page's template gives them.

function whatItIs({ release, project, changes, on }: NotesInput): object {
  const { courses, hub, doc, umbrella } = release;
  return {
    title: markdownText(courses.length === 1 ? (courses[0]?.title.value ?? hub) : `Hub ${hub}`),
    doc: doc === undefined ? undefined : markdownText(doc.replaceAll("\n", " ")),
    release: release.releaseName,
    namespace: release.namespace,
    hub,
    stage: release.stage,
    script: deployScriptName,
    helm: helmSupported,
    pinnedHelm: helmVersion,
    chart: project.chart.value,
    umbrella: umbrella && markdownCode(umbrella.chart.value),
    domain: release.domain.value,
    page: `${release.url}/`,
    days: daysWords(daysAlike(changes, on)),
    allow: allowed(release),
    servers: serversNote(release),
  };
}

function whatItNeeds(input: NotesInput): object {
  const { release, secrets } = input;
  const { provider } = release;
  return {
    signInAddresses: signInAddresses(release),
    cluster: markdownText(clusterOf(release)),
    pools: provider.pools.map((pool) => poolOf(provider, pool)),
    provider: `../../../providers/${provider.name}`,
    providerDoes: provider.variant === "kubernetes" ? "prepares" : "makes",
    address: whereDomainPoints(release),
    images: input.images.map((image) => ({ ...image, brought: broughtBy(image.reference, input) })),
    otherSecrets: [...cloudCertificate(release), ...neededSecrets(release).map((one) => otherSecret(one, release))],
    claims: claimsOf(release),
    secretName: release.secretName,
    secrets,
  };
}

function itsDays({ release, changes }: NotesInput): object {
  return {
    changes: changes.map(({ day, what }) => ({
      day: printDate(day),
      what: markdownText(what.map(changeWords).join(", ")),
    })),
    courses: release.courses.map((course) => ({
      title: markdownText(course.title.value),
      from: printDate(course.term.value.from),
      to: printDate(course.term.value.to),
      windows: course.windows.map((window, i) => ({ label: window.label, first: i === 0 })),
    })),
  };
}

/** How an image comes to where it is started. A cluster on this machine has no registry of its own, and is given images by hand. */
function broughtBy(reference: string, { release, project }: NotesInput): string {
  const { variant, name } = release.provider;
  if (variant !== "kind" || project.registry !== undefined) return "and pushed";
  return `and brought to the cluster with \`kind load docker-image --name ${name} ${reference}\``;
}

function daysWords({ from, to }: Partial<Range<number>>): string {
  if (from !== undefined && to !== undefined)
    return from === to ? `on ${printDate(from)}` : `from ${printDate(from)} to ${printDate(to)}`;
  if (from !== undefined) return `from ${printDate(from)} on`;
  return to === undefined ? "on every day" : `until ${printDate(to)}`;
}

/** Who gets a server on the date of the build. */
function serversNote(release: Release): string {
  const servers = serversFor(release);
  const quote = (name: string) => `\`${name}\``;
  const words = [serversForWords(servers, quote), ...choiceSentences(release, quote)].join(" ");
  return servers.outsideTerms ? `No course applies on this date: nobody has the rights of staff. ${words}` : words;
}

/** What the sign-in provider is told, so that it sends people to the hub. */
function signInAddresses(release: Release): readonly string[] {
  const { auth } = release;
  return signInPaths(auth.variant, auth.settings).map((path) => release.url + path);
}

function allowed(release: Release): string {
  const { allow, variant, settings } = release.auth;
  const name = settings["class"]?.value;
  const by = `through ${variant === "elsewhere" ? `the class ${typeof name === "string" ? markdownCode(name) : "that its own configuration names"}` : variant}`;
  const admins =
    release.admins.length > 0 ? ` Admins: ${release.admins.map((one) => markdownCode(one.value)).join(", ")}.` : "";
  switch (allow.how) {
    case "everyone":
      return `Everybody who can sign in ${by}.${admins}`;
    case "elsewhere":
      return `Whom the sign-in's own configuration lets in, ${by}: no setting says who that is.${admins}`;
    case "narrowed":
      return `Everybody of the institution that sign-in ${by} is narrowed to.${admins}`;
    case "listed": {
      const members = allow.groups.map((one) => `members of \`${one.value}\``);
      const addresses = allow.domains.map((one) => `people with an address at ${markdownCode(one.value)}`);
      const known = allow.existing?.value === true ? ["whoever has an account on the hub already"] : [];
      const all = [`${allow.people.length} listed people`, ...members, ...addresses, ...known];
      return `${all.join(", ")}, ${by}.${admins}`;
    }
    case "rosters": {
      const people = ofCourses(release);
      return people === undefined
        ? `Nobody but the admins: the hub's courses have no rosters and no staff.${admins}`
        : `${people}, ${by}, and nobody else.${admins}`;
    }
  }
}

/** Whom the courses bring, as far as any do. */
function ofCourses({ courses }: Release): string | undefined {
  const hasStaff = courses.some(({ staff }) => staff.length > 0);
  if (courses.some(({ roster }) => roster.length > 0))
    return hasStaff ? "Members of the courses' rosters and their staff" : "Members of the courses' rosters";
  return hasStaff ? "The courses' staff" : undefined;
}

/** Claims that somebody else makes, without which no server that mounts them starts. */
function claimsOf(release: Release): readonly string[] {
  const names = release.storages.filter(({ variant }) => variant === "claim").map(claimName);
  return [...new Set(names)].map(
    (one) =>
      `The PersistentVolumeClaim \`${one}\` in the namespace \`${release.namespace}\`, which many nodes can mount (\`ReadWriteMany\`).`,
  );
}

/** The certificate that Amazon's load balancer finds by the hub's name. */
function cloudCertificate({ ingress, domain }: Release): readonly string[] {
  if (!ingress?.tls.value || cloudController(ingress) !== "amazon") return [];
  return [
    `A certificate of ${domain.value} in AWS Certificate Manager, in the cluster's region, and the AWS Load Balancer Controller in the cluster, which finds it.`,
  ];
}

/** A Secret beside the release's own, and how somebody makes it. */
function otherSecret({ name, keys, use, maker }: NeededSecret, release: Release): string {
  const held =
    keys.length > 0
      ? ` with ${keys.length > 1 ? "the keys" : "the key"} ${andList(keys.map((key) => `\`${key}\``))}`
      : "";
  const what = `The Secret \`${name}\` in the namespace \`${release.namespace}\`${held}: ${use}.`;
  if (maker !== undefined) return `${what} It is made by ${maker}, which the cluster must have.`;
  const place = `${name} --namespace ${release.namespace}`;
  if (keys.includes("tls.crt"))
    return `${what} It is made with \`kubectl create secret tls ${place} --cert=PATH --key=PATH\`.`;
  if (keys.includes(".dockerconfigjson"))
    return `${what} It is made with \`kubectl create secret docker-registry ${place} --from-file=.dockerconfigjson=PATH\`.`;
  return what;
}

function clusterOf(release: Release): string {
  const { provider } = release;
  const settings = Object.entries(provider.settings).map(([key, value]) => `${key} ${markdownText(value.value)}`);
  return [`provider ${provider.variant}`, ...settings].join(", ");
}

/** What the name of the hub has to lead to, in words. */
function whereDomainPoints(release: Release): string {
  if (finalValue(release, "httpRoute.enabled") === true) return "the address of the gateway";
  if (finalValue(release, "ingress.enabled", release.ingress && true) === true)
    return "the address of the ingress controller";
  if (release.provider.variant === "kind") return "this machine, on the ports that the page of the cluster names";
  return `the address that \`kubectl --namespace ${release.namespace} get service proxy-public\` shows`;
}

function poolOf(provider: Provider, pool: Pool): object {
  const nodes = pool.nodes && nodesInCluster(pool, provider);
  const taint = nodeTaint(provider, pool);
  const isLabelled = pool.label !== undefined;
  return {
    name: pool.name,
    use: pool.core ? "the hub's own pods" : "people's servers",
    label: poolMarks(provider, pool).map(printMark).join(","),
    taint: taint && !(isLabelled && provider.variant === "kubernetes") ? printTaint(taint) : undefined,
    machine: pool.machine && markdownText(pool.machine.value),
    nodes: nodes && (nodes.from === nodes.to ? String(nodes.from) : `${nodes.from} to ${nodes.to}`),
  };
}
