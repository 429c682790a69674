// Where a pip requirement is an address, bare or after `@`: what is wrong with it, and, for a bare one, whose package it is.

import { closest } from "../../text/edit-distance.ts";
import { replaceRange } from "./line-scanning.ts";
import { failure, type LineRange, problem, type RequirementError, type RequirementFailure } from "./requirement.ts";

/** An address as pip takes it. The name is found in its `#egg=`, its file's name or its repository's, where that is clear. */
export interface PipAddress {
  readonly name?: LineRange;
  /** The extras of `#egg=name[extra]`. */
  readonly extras?: string;
  /** The version in the name of a wheel or source archive. */
  readonly version?: string;
  readonly warning?: RequirementError;
}

/** Whether a line begins with an address or a path instead of a name. */
export function isPipAddress(line: string): boolean {
  return /^(?:(?:git|hg|svn|bzr)\+|[A-Za-z][A-Za-z0-9+.-]*:\/\/|file:|git@|\.{0,2}\/|~\/|\.{1,2}$)/.test(line);
}

const versionControl = /^(git|hg|svn|bzr)\+([A-Za-z]+):\/\/([^/?#]*)([^?#]*)/;

/** Reads the address that is the stretch `range` of the line. */
export function readPipAddress(line: string, range: LineRange): PipAddress | RequirementFailure {
  const address = line.slice(range.start, range.end);
  if (/^(?:file:|\.{0,2}\/|~\/|\.)/i.test(address)) {
    return failure("A file of this computer isn't there when the image is built: give a web address.", range);
  }
  const scp = /^(?:git\+)?(?:ssh:\/\/)?git@([^:/]+):(.*)$/.exec(address);
  if (scp !== null) {
    const meant = replaceRange(line, range, `git+ssh://git@${scp[1]}/${scp[2]}`);
    return failure("pip takes a repository as `git+https://…` or `git+ssh://…`.", range, meant);
  }
  const fragment = readFragment(line, range);
  if ("error" in fragment) return fragment;
  const repository = versionControl.exec(address);
  if (repository !== null) return readRepository(line, { range, repository, fragment });
  if (/^(?:git|hg|svn|bzr)\+/.test(address)) {
    return failure(
      "After `git+` stands the repository's whole address, such as `git+https://host/owner/repository`.",
      range,
    );
  }
  if (!/^https?:\/\/[^/\s]+\//i.test(address)) {
    return failure("pip takes addresses that begin with `https://` or `git+https://`.", range);
  }
  return readArchive(line, range, fragment);
}

interface Fragment {
  readonly egg?: LineRange;
  readonly extras?: string;
  readonly subdirectory?: LineRange;
}

const fragmentKeys: readonly string[] = ["egg", "subdirectory", "sha256", "sha384", "sha512", "sha224", "sha1", "md5"];

function readFragment(line: string, range: LineRange): Fragment | RequirementFailure {
  const hash = line.indexOf("#", range.start);
  let fragment: Fragment = {};
  if (hash < 0 || hash >= range.end) return fragment;
  let start = hash + 1;
  for (const part of line.slice(hash + 1, range.end).split("&")) {
    const place = { start, end: start + part.length };
    start = place.end + 1;
    const equals = part.indexOf("=");
    const key = equals < 0 ? part : part.slice(0, equals);
    const value = { start: place.start + equals + 1, end: place.end };
    if (!fragmentKeys.includes(key) || equals < 0 || value.start === value.end) return badFragment(line, key, place);
    if (key === "subdirectory") fragment = { ...fragment, subdirectory: value };
    if (key !== "egg") continue;
    const egg = /^([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)(\[[^\]]*\])?$/.exec(line.slice(value.start, value.end));
    if (egg === null) return failure("After `#egg=` stands the package's name.", value);
    fragment = {
      ...fragment,
      egg: { start: value.start, end: value.start + (egg[1] ?? "").length },
      extras: egg[2] ?? "",
    };
  }
  return fragment;
}

function badFragment(line: string, key: string, place: LineRange): RequirementFailure {
  const range = { start: place.start, end: Math.max(place.end, place.start + 1) };
  if (fragmentKeys.includes(key)) return failure(`The value of \`${key}\` is missing.`, range);
  const near = closest(key, fragmentKeys);
  const replacement =
    near === undefined ? undefined : replaceRange(line, { start: place.start, end: place.start + key.length }, near);
  return failure(
    "After `#` pip takes `egg=name`, `subdirectory=folder` and sums such as `sha256=…`.",
    range,
    replacement,
  );
}

interface RepositoryPlace {
  readonly range: LineRange;
  readonly repository: RegExpExecArray;
  readonly fragment: Fragment;
}

function readRepository(
  line: string,
  { range, repository, fragment }: RepositoryPlace,
): PipAddress | RequirementFailure {
  const [whole, , scheme = "", host = "", path = ""] = repository;
  if (/^file$/i.test(scheme))
    return failure("A repository of this computer isn't there when the image is built.", range);
  if (!/^(?:https?|ssh|git|svn)$/i.test(scheme)) return failure(`pip doesn't know \`${scheme}://\` addresses.`, range);
  const at = path.lastIndexOf("@");
  const pathStart = range.start + whole.length - path.length;
  if (at >= 0 && at === path.length - 1) {
    const place = { start: pathStart + at, end: pathStart + at + 1 };
    return failure("A branch, tag or commit is missing after `@`.", place, replaceRange(line, place, ""));
  }
  const folder = at < 0 ? path : path.slice(0, at);
  if (host === "" || !/^\/+[^/]/.test(folder)) {
    return failure("The repository is missing: write such as `git+https://host/owner/repository`.", range);
  }
  const ofPath = lastFolder(line, { start: pathStart, end: pathStart + folder.length });
  const hasSuffix = line.slice(ofPath.start, ofPath.end).endsWith(".git");
  const ofRepository = hasSuffix ? { start: ofPath.start, end: ofPath.end - 4 } : ofPath;
  const name = fragment.egg ?? folderName(line, fragment.subdirectory) ?? ofRepository;
  return { ...named(line, name), ...withExtras(fragment), ...passwordWarning(line, range) };
}

/** A package in a folder of a repository is mostly called as the folder, unless the folder is named for its language. */
function folderName(line: string, folder: LineRange | undefined): LineRange | undefined {
  if (folder === undefined) return undefined;
  const last = lastFolder(line, folder);
  return /^(?:python|py|src|lib|package|packages|)$/.test(line.slice(last.start, last.end)) ? undefined : last;
}

function lastFolder(line: string, path: LineRange): LineRange {
  let end = path.end;
  while (end > path.start && line[end - 1] === "/") end -= 1;
  return { start: path.start + line.slice(path.start, end).lastIndexOf("/") + 1, end };
}

const archiveName =
  /\/([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)-(v?\d[A-Za-z0-9.!+_]*)\.(?:tar\.(?:gz|bz2|xz)|tgz|zip)$/;
const wheelName = /\/([A-Za-z0-9](?:[A-Za-z0-9._]*[A-Za-z0-9])?)-([^-/]+)(?:-\d[^-/]*)?-[^-/]+-[^-/]+-[^-/]+\.whl$/;

function readArchive(line: string, range: LineRange, fragment: Fragment): PipAddress | RequirementFailure {
  const address = line.slice(range.start, range.end).replace(/[?#].*$/, "");
  const common = { ...withExtras(fragment), ...passwordWarning(line, range) };
  const file = wheelName.exec(address) ?? archiveName.exec(address);
  if (address.endsWith(".whl") && file === null) {
    return failure("A wheel is called `name-version-python-abi-platform.whl`.", range);
  }
  // A forge's archive of a repository, `…/owner/repository/archive/v1.2.zip`, is named for a tag or commit, not for the package.
  const forge = /^https?:\/\/[^/]+(?:\/[^/]+)*?\/([^/]+)\/(?:-\/)?(?:archive|tarball|zipball|releases|raw)\//i.exec(
    address,
  );
  if (file === null || (forge !== null && !/\/releases\/|\/raw\//.test(forge[0]))) {
    if (!/\.(?:tar\.(?:gz|bz2|xz)|tgz|zip)$/i.test(address) && !/\/(?:tarball|zipball)\//.test(address))
      return notAnArchive(line, range);
    const start = forge === null ? -1 : range.start + forge[0].lastIndexOf(`/${forge[1]}/`) + 1;
    const ofForge = start < 0 ? undefined : { start, end: start + (forge?.[1] ?? "").length };
    return { ...named(line, fragment.egg ?? ofForge), ...common };
  }
  const [, name = "", version = ""] = file;
  const start = range.start + file.index + 1;
  return { ...named(line, fragment.egg ?? { start, end: start + name.length }), version, ...common };
}

function notAnArchive(line: string, range: LineRange): RequirementFailure {
  const address = line.slice(range.start, range.end);
  const looksLikeRepository = /^https?:\/\/[^/]+\/[^/?#]+\/[^/?#]+\/?$/.test(address) || /\.git(?:@|#|$)/.test(address);
  const message = looksLikeRepository
    ? "The address of a repository begins with `git+`."
    : "pip takes addresses of wheels (`.whl`), of source archives (`.tar.gz`, `.zip`), and of repositories with `git+` in front.";
  return failure(
    message,
    range,
    looksLikeRepository ? replaceRange(line, { start: range.start, end: range.start }, "git+") : undefined,
  );
}

function named(line: string, name: LineRange | undefined): Pick<PipAddress, "name"> {
  if (name === undefined) return {};
  return /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/.test(line.slice(name.start, name.end)) ? { name } : {};
}

function withExtras({ extras }: Fragment): Pick<PipAddress, "extras"> {
  return extras === undefined || extras === "" ? {} : { extras };
}

function passwordWarning(line: string, range: LineRange): Pick<PipAddress, "warning"> {
  const login = /^(?:[a-z]+\+)?https?:\/\/([^/@\s]+)@/i.exec(line.slice(range.start, range.end))?.[1];
  if (login === undefined || login === "git") return {};
  const start = line.indexOf(login, range.start);
  const place = { start, end: start + login.length };
  return { warning: problem("A password or token in an address can be read by everyone who has the image.", place) };
}
