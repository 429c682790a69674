// Names and addresses that lead to the reader's own machine or network, and that no public authority certifies.
//
// Sources, read November 2026: RFC 6761 (localhost, test, invalid), RFC 6762 (local), RFC 8375 (home.arpa), RFC 1918 and 3927 (addresses), ICANN
// board resolution 2024.07.29.06 (internal); nip.io, sslip.io, localtest.me and lvh.me say on their first pages which address a name of theirs has.

const reserved = /(?:^|\.)(?:localhost|test|invalid|local|internal|home\.arpa)$/;
const loopback = /(?:^|\.)(?:localtest\.me|lvh\.me)$/;
/** `hub.127.0.0.1.nip.io`, `hub-192-168-1-7.sslip.io`. */
const byAddress = /(?:^|[.-])(\d{1,3})[.-](\d{1,3})[.-]\d{1,3}[.-]\d{1,3}\.(?:nip|sslip)\.io$/;
const address = /^(\d{1,3})\.(\d{1,3})\.\d{1,3}\.\d{1,3}$/;

/** Can nobody but the machine itself, or those on its network, mean this hub by the name? */
export function isLocalName(domain: string): boolean {
  const name = domain.toLowerCase();
  const [, first, second] = byAddress.exec(name) ?? address.exec(name) ?? [];
  if (first !== undefined && second !== undefined) return isPrivate(Number(first), Number(second));
  return name === "[::1]" || !name.includes(".") || reserved.test(name) || loopback.test(name);
}

/** Does the name or address mean the machine itself on which it is asked for? */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase();
  const first = Number((byAddress.exec(name) ?? address.exec(name))?.[1]);
  return first === 127 || name === "0.0.0.0" || /(?:^|\.)localhost$/.test(name) || loopback.test(name);
}

function isPrivate(first: number, second: number): boolean {
  if (first === 172) return second >= 16 && second <= 31;
  return first === 10 || first === 127 || (first === 192 && second === 168) || (first === 169 && second === 254);
}
