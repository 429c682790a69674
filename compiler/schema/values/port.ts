// Ports of network policies: a number or a pod's own name of one, with its protocol.

import { unknown, type ValueType } from "../value-type.ts";
import { numberType, scalar, textType } from "./scalars.ts";

export interface Port {
  readonly port: number | string;
  readonly protocol: "TCP" | "UDP" | "SCTP";
}

const numbered = numberType({ name: "port", whole: true, from: 1, to: 65535 });

const form = /^(?:([1-9]\d{0,4})|((?=.*[a-z])[a-z0-9](?:-?[a-z0-9]){0,14}))(?:\/(TCP|UDP|SCTP))?$/;

const named = textType({
  name: "port",
  expected: 'a port: a number, or a text such as `"http"` or `"53/UDP"`',
  what: "a port: a number up to 65535, or the name of a port of a pod (at most 15 lower-case letters, digits and `-`), and `/UDP` behind it where it is no TCP",
  accepts: (value) => form.test(value) && Number(form.exec(value)?.[1] ?? 1) <= 65535,
});

/** `80`, `"http"`, `"53/UDP"`. */
export const port: ValueType<Port> = {
  name: "port",
  expected: named.expected,
  shape: scalar,
  read: (node, reader) => {
    if (node.kind === "literal") {
      const number = numbered.read(node, reader);
      return number === unknown ? unknown : { port: number, protocol: "TCP" };
    }
    const text = named.read(node, reader);
    if (text === unknown) return unknown;
    const [, number, name = "", protocol = "TCP"] = form.exec(text) ?? [];
    return { port: number === undefined ? name : Number(number), protocol: protocol as Port["protocol"] }; // the form's own words
  },
  print: ({ port: one, protocol }) =>
    typeof one === "number" && protocol === "TCP" ? String(one) : `"${one}${protocol === "TCP" ? "" : `/${protocol}`}"`,
};
