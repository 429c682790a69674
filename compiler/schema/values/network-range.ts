// Networks, as firewalls and network policies write them.

import type { ValueType } from "../value-type.ts";
import { textType } from "./scalars.ts";

/** An IPv4 network: an address whose host bits are zero, and the length of its prefix. */
export const networkRange: ValueType<string> = textType({
  name: "network",
  expected: 'a network, such as `"10.20.0.0/16"`',
  what: "an IPv4 network, such as `10.20.0.0/16`: four numbers up to 255 and the length of the prefix, with no bits set after it",
  accepts: (value) => {
    const range = addressRange(value);
    return range !== undefined && range.first % range.size === 0;
  },
});

/** Does an IPv4 network hold an address? */
export function networkHolds(network: string, address: string): boolean {
  const [range, one] = [addressRange(network), addressRange(`${address}/32`)];
  return range !== undefined && one !== undefined && range.first <= one.first && one.first < range.first + range.size;
}

function addressRange(value: string): { readonly first: number; readonly size: number } | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(value);
  const [a = 256, b = 256, c = 256, d = 256, length = 33] = match?.slice(1).map(Number) ?? [];
  if ([a, b, c, d].some((part) => part > 255) || length > 32) return undefined;
  return { first: ((a * 256 + b) * 256 + c) * 256 + d, size: 2 ** (32 - length) };
}
