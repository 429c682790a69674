// Who may reach the hub beside people, and what servers may reach, as network policies say it.

import { isMap, type Json, type JsonMap } from "../../knowledge/json-schema.ts";
import { printPath } from "../../schema/values/chart-data.ts";
import { quote } from "../../schema/values/scalars.ts";
import {
  block,
  listOf,
  mapAt,
  type Piece,
  type Recognise,
  type Statement,
  set,
  textAt,
  textsIn,
  valueAt,
} from "../piece.ts";
import { nameFrom } from "../print-data.ts";

export const network: Recognise = (recognising) => [
  ...peers(recognising, { head: "admit", path: "hub.networkPolicy.ingress", side: "from" }),
  ...peers(recognising, { head: "reach", path: "singleuser.networkPolicy.egress", side: "to" }),
  ...labelled(recognising),
];

const labelled: Recognise = ({ values }) => {
  const access = textAt(values, "hub.networkPolicy.interNamespaceAccessLabels");
  if (access !== "accept" && access !== "ignore") return [];
  const name = "admit-labelled";
  const claims = [["hub", "networkPolicy", "interNamespaceAccessLabels"]];
  return [{ name, statements: [block("network", [set(name, String(access === "accept"), name)], name)], claims }];
};

interface Rules {
  readonly head: "admit" | "reach";
  readonly path: string;
  readonly side: "from" | "to";
}

/** The list is replaced as a whole, so all of its rules are said or none. */
function peers({ values }: Parameters<Recognise>[0], { head, path, side }: Rules): readonly Piece[] {
  const rules = listOf(valueAt(values, path));
  const names = new Set<string>();
  const blocks = rules.map((rule) => (isMap(rule) ? peerBlock(rule, { head, side, names }) : undefined));
  const all = blocks.filter((statement) => statement !== undefined);
  if (all.length === 0 || all.length < blocks.length) return [];
  return [{ name: head, statements: [block("network", all, head)], claims: [path.split(".")] }];
}

interface Naming {
  readonly head: "admit" | "reach";
  readonly side: "from" | "to";
  readonly names: Set<string>;
}

function peerBlock(rule: JsonMap, { head, side, names }: Naming): Statement | undefined {
  const { [side]: list, ports, ...more } = rule;
  const [peer, ...others] = listOf(list);
  if (peer === undefined || !isMap(peer) || others.length > 0 || Object.keys(more).length > 0) return undefined;
  const [said, ofPorts] = [peerBody(peer, head), portsText(ports)];
  if (said === undefined || ofPorts === undefined) return undefined;
  const { label, body } = said;
  let name = label;
  for (let i = 2; names.has(name); i++) name = `${label}-${i}`;
  names.add(name);
  return block(`${head} ${name}`, [...body, ...(ofPorts === "" ? [] : [set("ports", ofPorts, head)])], head);
}

const namespaceLabel = "kubernetes.io/metadata.name";

function peerBody(
  peer: JsonMap,
  piece: string,
): { readonly label: string; readonly body: readonly Statement[] } | undefined {
  const { ipBlock, podSelector, namespaceSelector, ...more } = peer;
  if (Object.keys(more).length > 0) return undefined;
  if (ipBlock !== undefined) {
    const cidr = textAt(mapAt(peer, "ipBlock"), "cidr");
    const except = textsIn(valueAt(peer, "ipBlock.except") ?? []);
    if (cidr === undefined || except === undefined || podSelector !== undefined) return undefined;
    const body = [
      set("networks", `[${quote(cidr)}]`, piece),
      ...(except.length === 0 ? [] : [set("except", `[${except.map(quote).join(", ")}]`, piece)]),
    ];
    return { label: "networks", body };
  }
  const [pods, namespaces] = [labelsIn(podSelector), labelsIn(namespaceSelector)];
  if (pods === undefined || namespaces === undefined) return undefined;
  const { [namespaceLabel]: namespace, ...others } = namespaces;
  const labels = (head: string, map: Readonly<Record<string, string>>) =>
    Object.keys(map).length === 0
      ? []
      : [
          block(
            head,
            Object.entries(map).map(([key, value]) => set(printPath([key]), quote(value), piece)),
            piece,
          ),
        ];
  const body = [
    ...(namespace === undefined ? [] : [set("namespace", quote(namespace), piece)]),
    ...labels("namespaces", others),
    ...labels("pods", pods),
  ];
  const label = nameFrom(Object.values(pods).at(-1) ?? namespace ?? Object.values(others)[0] ?? "peer");
  return body.length === 0 ? undefined : { label, body };
}

function labelsIn(selector: Json | undefined): Readonly<Record<string, string>> | undefined {
  if (selector === undefined) return {};
  if (!isMap(selector) || Object.keys(selector).join() !== "matchLabels") return undefined;
  const entries = Object.entries(mapAt(selector, "matchLabels"));
  return entries.every((one): one is [string, string] => typeof one[1] === "string")
    ? Object.fromEntries(entries)
    : undefined;
}

/** Empty where all ports are open. */
function portsText(ports: Json | undefined): string | undefined {
  if (ports === undefined) return "";
  const texts = listOf(ports).map((json) => {
    if (!isMap(json) || Object.keys(json).some((key) => key !== "port" && key !== "protocol")) return undefined;
    const { port, protocol } = json;
    if (typeof port !== "number" && typeof port !== "string") return undefined;
    if (protocol !== undefined && protocol !== "TCP") return quote(`${port}/${String(protocol)}`);
    return typeof port === "number" ? String(port) : quote(port);
  });
  return texts.includes(undefined) || texts.length === 0 ? undefined : `[${texts.join(", ")}]`;
}
