// The form of one word of a host's name, which Kubernetes asks of many names: a label of DNS (RFC 1123, section 2.1; RFC 1035, section 2.3.4).

/** 1 to 63 lower-case letters, digits and `-`, with a letter or a digit at both ends. */
export function isDnsLabel(text: string): boolean {
  return /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(text);
}
