// What Kubernetes takes for the networks of a NetworkPolicy. Source: kubernetes 1.34, pkg/apis/networking/validation, ValidateIPBlock.

export interface NetworkProblem {
  readonly path: readonly (string | number)[];
  readonly problem: string;
}

/** What is wrong with an `ipBlock`: a network is an address and the length of its prefix, and `except` holds parts of it. */
export function networkProblem(block: Readonly<Record<string, unknown>>): NetworkProblem | undefined {
  const { cidr, except } = block;
  if (typeof cidr !== "string") return undefined;
  const whole = networkIn(cidr);
  if (whole === undefined) return { path: ["cidr"], problem: noNetwork(cidr) };
  const others = Array.isArray(except) ? except : [];
  for (const [i, other] of others.entries()) {
    if (typeof other !== "string") continue;
    const part = networkIn(other);
    if (part === undefined) return { path: ["except", i], problem: noNetwork(other) };
    if (!isPart(part, whole))
      return { path: ["except", i], problem: `is \`${other}\`, which is no part of \`${cidr}\`` };
  }
  return undefined;
}

function noNetwork(written: string): string {
  const isAddress = !written.includes("/") && networkIn(`${written}/0`) !== undefined;
  const advice = isAddress
    ? `: write \`${written}${written.includes(":") ? "/128" : "/32"}\` for this address alone`
    : "";
  return `takes a network such as \`10.0.0.0/8\`, not \`${written}\`${advice}`;
}

interface Network {
  readonly isV6: boolean;
  readonly length: number;
  /** Undefined of IPv6, whose parts are not compared. */
  readonly first: number | undefined;
}

function networkIn(text: string): Network | undefined {
  const [, address = "", digits = ""] = /^([0-9A-Fa-f:.]+)\/(\d{1,3})$/.exec(text) ?? [];
  const length = Number(digits);
  if (address.includes(":")) {
    const isWhole = address.split("::").length <= 2 && /^[0-9A-Fa-f:.]{2,39}$/.test(address);
    return isWhole && length <= 128 ? { isV6: true, length, first: undefined } : undefined;
  }
  const numbers = /^\d{1,3}(?:\.\d{1,3}){3}$/.test(address) ? address.split(".").map(Number) : [];
  if (numbers.length !== 4 || numbers.some((one) => one > 255) || length > 32) return undefined;
  return { isV6: false, length, first: numbers.reduce((sum, one) => sum * 256 + one, 0) };
}

function isPart(part: Network, whole: Network): boolean {
  if (part.isV6 !== whole.isV6 || part.length <= whole.length) return false;
  if (part.first === undefined || whole.first === undefined) return true;
  const size = 2 ** (32 - whole.length);
  return Math.floor(part.first / size) === Math.floor(whole.first / size);
}
