// A conda requirement may be the address of one package file, whose name says everything.

import { failure, type ParsedRequirement, type Requirement } from "./requirement.ts";

const addressStart = /^[A-Za-z][A-Za-z0-9+.-]*:\/\//;

/** Whether the line is an address rather than a name; `https://host/channel::name` is a name with its channel. */
export function isCondaPackageUrl(line: string): boolean {
  return addressStart.test(line) && !line.includes("::");
}

/** Reads `https://host/channel/subdir/name-version-build.conda`, with `.tar.bz2` for older files and an optional `#md5`. */
export function parseCondaPackageUrl(line: string): ParsedRequirement {
  const whole = { start: 0, end: line.length };
  if (/\s/.test(line)) return failure("An address of a package stands alone on its line.", whole);
  if (/^file:/i.test(line))
    return failure("A file of this computer isn't there when the image is built: give a web address.", whole);
  const hash = line.indexOf("#");
  const address = hash < 0 ? line : line.slice(0, hash);
  if (hash >= 0 && !/^(?:[0-9a-f]{32}|(?:sha256:)?[0-9a-f]{64})$/i.test(line.slice(hash + 1))) {
    return failure("After `#` stands the file's MD5 or SHA-256 sum.", { start: hash, end: line.length });
  }
  const extension = /\.(?:conda|tar\.bz2)$/.exec(address)?.[0];
  if (extension === undefined) {
    const toPip =
      "conda takes addresses of `.conda` and `.tar.bz2` files only: other addresses go in a `pip { }` block.";
    return failure(toPip, whole);
  }
  const nameStart = address.lastIndexOf("/") + 1;
  const parts = address.slice(nameStart, -extension.length).split("-");
  const build = parts.pop() ?? "";
  const version = parts.pop() ?? "";
  const written = parts.join("-");
  if (written === "" || version === "" || build === "") {
    return failure("A conda package file is called `name-version-build`.", { start: nameStart, end: address.length });
  }
  const folder = /^(.*)\/([^/]+)\/$/.exec(address.slice(0, nameStart));
  const requirement: Requirement = {
    ecosystem: "conda",
    name: written.toLowerCase(),
    written,
    version,
    exact: version,
    build,
    url: line,
    text: line,
    nameStart,
    nameEnd: nameStart + written.length,
    ...(folder?.[1] !== undefined && { channel: folder[1] }),
    ...(folder?.[2] !== undefined && { subdir: folder[2] }),
  };
  return { requirement };
}
