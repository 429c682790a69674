// Names that are kept for examples, and lead nowhere. `example.edu` is none of them: it is somebody's.

/** Is a host, or the host of a mail address, one of `example.com`, `.net` and `.org` or of the endings that nobody is given? (RFC 2606; RFC 6761) */
export function isExampleHost(host: string): boolean {
  return /(?:^|[.@])(?:example\.(?:com|net|org)|[a-z0-9-]+\.(?:example|invalid))$/i.test(host);
}
