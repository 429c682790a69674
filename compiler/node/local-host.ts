// Whether a host is this computer: the only one that is talked to without encryption.

/** `host` is as in an address, with or without a port. */
export function isLocalHost(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i.test(host);
}
