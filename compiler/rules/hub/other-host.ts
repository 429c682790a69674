import { isMap, type Json, listedTexts } from "../../knowledge/json-schema.ts";
import { ownPlace, ownValue } from "../../model/own-values.ts";
import type { Release } from "../../model/release.ts";
import { defineRule } from "../rule.ts";

interface Parameters {
  readonly path: string;
  readonly hosts: readonly string[];
  readonly domain: string;
  readonly what: string;
}

/** What a hub's own values answer for is the name that everything else leads to. */
export const otherHost = defineRule<Parameters>({
  code: "hub/other-host",
  severity: "warning",
  title: "Values that answer for another name than the hub's",
  why: "Links, pages and the callback of sign-in lead to the hub's `domain`. Where the chart's own values name other hosts alone, nothing answers there, or answers with a certificate for another name.",
  message: ({ path, hosts, domain, what }) =>
    `\`${path}\` names ${hosts.map((host) => `\`${host}\``).join(", ")}, and ${what} \`${domain}\`, the hub's \`domain\`: name it too, or change the domain.`,
  judges: "parts",
  each: "releases",
  check: (release, report) => {
    const { value: domain } = release.domain;
    const other = hostsOf(release).find(
      ({ hosts }) => hosts.length > 0 && !hosts.some((host) => answersFor(host, domain)),
    );
    if (other === undefined) return;
    report({ ...other, domain }, { span: ownPlace(release, other.path) ?? release.span });
  },
});

interface Hosts {
  readonly path: string;
  readonly hosts: readonly string[];
  /** What does not hold of the domain. */
  readonly what: string;
}

/** Of values that are on (chart 4.4.0, values.yaml). */
function hostsOf(release: Release): readonly Hosts[] {
  const isOn = (path: string) => ownValue(release, `${path}.enabled`) === true;
  const at = (path: string) => listedTexts(ownValue(release, path));
  const tls = ownValue(release, "ingress.tls");
  const encrypted = Array.isArray(tls)
    ? tls.flatMap((json: Json) => (isMap(json) ? listedTexts(json["hosts"]) : []))
    : [];
  const found = (path: string, hosts: readonly string[], what: string): Hosts => ({ path, hosts, what });
  const ingress = isOn("ingress")
    ? [
        found("ingress.hosts", at("ingress.hosts"), "nothing answers for"),
        found("ingress.tls", encrypted, "there is no certificate for"),
      ]
    : [];
  const route = isOn("httpRoute")
    ? [found("httpRoute.hostnames", at("httpRoute.hostnames"), "nothing answers for")]
    : [];
  const proxy = isOn("proxy.https")
    ? [found("proxy.https.hosts", at("proxy.https.hosts"), "there is no certificate for")]
    : [];
  return [...ingress, ...route, ...proxy];
}

/** `*.example.edu` is every name of one word more (RFC 6125, section 6.4.3; Kubernetes, Ingress, hostname wildcards). */
function answersFor(host: string, domain: string): boolean {
  const name = host.toLowerCase();
  return (
    name === domain.toLowerCase() || (name.startsWith("*.") && domain.toLowerCase().replace(/^[^.]+/, "*") === name)
  );
}
