// Texts with a form of their own: names of hosts, paths, images, addresses.

import { isDnsLabel } from "../../text/dns-label.ts";
import { isTimeZone } from "../../text/time-zone.ts";
import type { ValueType } from "../value-type.ts";
import { meantHost, meantRepositoryPath, meantZone } from "./meant-value.ts";
import { textType } from "./scalars.ts";

/** A host's name: what a browser's address bar shows. */
export const domain: ValueType<string> = textType({
  name: "domain",
  expected: 'a host name, such as `"hub.example.edu"`',
  what: "a host name: labels of letters, digits and `-` joined by dots, without `https://`, port or path",
  meant: meantHost,
  accepts: (value) =>
    value.length <= 253 &&
    /^(?=.*[A-Za-z])[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$/.test(
      value,
    ),
});

export const email: ValueType<string> = textType({
  name: "email",
  expected: 'an e-mail address, such as `"help@example.edu"`',
  what: "an e-mail address",
  accepts: (value) => /^[^\s@"<>(),;:\\[\]]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$/.test(value),
});

export const absolutePath: ValueType<string> = textType({
  name: "absolute path",
  expected: 'an absolute path, such as `"/home/jovyan"`',
  what: "an absolute path: it begins with `/` and has no `..`, no empty part and no blank",
  accepts: (value) => /^(?:\/[^/\s:]+)+\/?$|^\/$/.test(value) && !value.split("/").includes(".."),
});

/** Where a folder appears in a server: a path under the home, or an absolute one. */
export const mountPath: ValueType<string> = textType({
  name: "path in a server",
  expected: 'a path, such as `"shared"` or `"/srv/shared"`',
  what: "a path under the home, or an absolute one: its parts are joined by `/`, none is empty, `.` or `..`, and none holds a blank or a `:`",
  accepts: (value) => /^\/?[^/\s:]+(?:\/[^/\s:]+)*$/.test(value) && !/(?:^|\/)\.{1,2}(?:\/|$)/.test(value),
});

/** A server's address: a host name or an IP address. */
export const host: ValueType<string> = textType({
  name: "host",
  expected: 'a server\'s name or address, such as `"10.0.0.2"`',
  what: "a server's name or address",
  accepts: (value) => /^[A-Za-z0-9](?:[A-Za-z0-9.:-]*[A-Za-z0-9])?$/.test(value),
});

/** A path on a share, with or without a leading slash. */
export const sharePath: ValueType<string> = textType({
  name: "path on a share",
  expected: 'a path on the share, such as `"/shares/homes"`',
  what: "a path: its parts are joined by `/`, none is empty, `.` or `..`, and none holds a blank",
  accepts: (value) => /^\/?[^/\s]+(?:\/[^/\s]+)*$/.test(value) && !/(?:^|\/)\.{1,2}(?:\/|$)/.test(value),
});

/** A path in a repository, whose files are called as their authors like, but for a backslash, which parts folders elsewhere; `.` is the repository itself. */
export const repositoryPath: ValueType<string> = textType({
  name: "path in a repository",
  expected: 'a path in the repository, such as `"lec/lec01/lec01.ipynb"`',
  what: "a path in the repository: its parts are joined by `/`, none is empty or `..`, none holds `\\`, and it neither begins nor ends with a blank; `.` is the repository itself",
  accepts: isRepositoryPath,
  meant: meantRepositoryPath,
});

function isRepositoryPath(value: string): boolean {
  return (
    value === "/" ||
    (/^\/?[^/\\\p{Cc}]+(?:\/[^/\\\p{Cc}]+)*\/?$/u.test(value) && !/(?:^|\/)\.\.(?:\/|$)|^\s|\s$/.test(value))
  );
}

/** A notebook in a repository, as Otter and OKpy take them. */
export const notebookPath: ValueType<string> = textType({
  name: "path of a notebook",
  expected: 'a path in the repository, such as `"hw/hw01/hw01.ipynb"`',
  what: "the path of a notebook in the repository: its parts are joined by `/`, none is empty or `..`, and it ends with `.ipynb`, `.Rmd` or `.qmd`",
  accepts: (value) => isRepositoryPath(value) && /[^/]\.(?:ipynb|Rmd|qmd)$/i.test(value),
  meant: meantRepositoryPath,
});

/** A page's scheme, host and port, as Content-Security-Policy names who may show a page in a frame (CSP 3, `host-source`). */
export const frameOrigin: ValueType<string> = textType({
  name: "origin",
  expected: 'the address of a site without a path, such as `"https://moodle.example.edu"`',
  what: "the address of a site without a path: `https://`, a host (`*.example.edu` for all below it) and no more. Browsers send a hub's cookies into no page that is not encrypted",
  accepts: (value) => /^https:\/\/(?:\*\.)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?::\d{1,5})?$/.test(value),
});

/** The name of a folder, without a path. */
export const folderName: ValueType<string> = textType({
  name: "folder name",
  expected: 'the name of a folder, such as `"data8"`',
  what: "the name of one folder: no `/`, no blank, and neither `.` nor `..`",
  accepts: (value) => /^[^/\s]+$/.test(value) && !/^\.{1,2}$/.test(value),
});

/** One person's folder in a storage. */
export const personPath: ValueType<string> = textType({
  name: "path with `{username}`",
  expected: 'a relative path with `{username}`, such as `"{username}"`',
  what: "a relative path whose only placeholder is `{username}` or `{escaped_username}`, once, and no part of which is `..` or begins with `_`, but for the folder of a stage, such as `_staging`, at its beginning",
  accepts: isPersonPath,
});

function isPersonPath(value: string): boolean {
  const placeholders = value.match(/\{[^}]*\}/g) ?? [];
  const known = placeholders.length === 1 && /^\{(?:escaped_)?username\}$/.test(placeholders[0] ?? "");
  return (
    known &&
    /^[^\s/_.][^\s/]*(?:\/[^\s/_.][^\s/]*)*$/.test(value.replace(ofStages, "")) &&
    !/[{}]/.test(value.replace(/\{[^}]*\}/g, ""))
  );
}

/** The folders in which stages of a hub keep their files, one in the other; the four that hubc itself keeps beside homes are none. */
const ofStages = /^(?:_(?!(?:shared|grading|backups|workspaces)\/)[a-z][a-z0-9-]*\/)+/;

/** A container image with a tag or a digest. */
export const imageReference: ValueType<string> = textType({
  name: "image reference",
  expected: 'an image with its tag, such as `"quay.io/jupyter/minimal-notebook:2026-01-05"`',
  what: "an image reference: `[registry/]name:tag` or `name@sha256:…`, in lower case",
  accepts: isImageReference,
});

function isImageReference(value: string): boolean {
  return /^(?:[a-z0-9.-]+(?::\d+)?\/)?[a-z0-9]+(?:[._/-]+[a-z0-9]+)*(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?:@sha256:[0-9a-f]{64})?$/.test(
    value,
  );
}

/** A container image with exactly one of a tag and a digest, as the chart takes it: in two parts. */
export const taggedImage: ValueType<string> = textType({
  name: "image with its tag",
  expected: 'an image with its tag, such as `"quay.io/campus/hub:2026-10-01"`',
  what: "an image reference with a tag or a digest: `[registry/]name:tag` or `name@sha256:…`, in lower case",
  accepts: (value) =>
    isImageReference(value) &&
    /:[^/:@]+$|^[^:]*(?::\d+\/[^:]*)?@sha256:[0-9a-f]{64}$/.test(value) &&
    !/:[^/@]+@/.test(value.replace(/^[^/]*\//, "")),
});

/** A registry and a path in it, without a tag. */
export const registry: ValueType<string> = textType({
  name: "registry",
  expected: 'a registry, such as `"ghcr.io/campus/hubs"`',
  what: "a registry: a host and a path, without `https://`, tag or trailing `/`",
  accepts: (value) => /^[a-z0-9.-]+(?::\d+)?(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*$/.test(value),
});

/** A zone of the IANA time zone database. */
export const timezone: ValueType<string> = textType({
  name: "time zone",
  expected: 'a time zone, such as `"America/Los_Angeles"`',
  what: "a time zone by its IANA name, such as `America/Los_Angeles` or `UTC`",
  meant: meantZone,
  accepts: (value) => /^(?:UTC|GMT|[A-Z][A-Za-z]+(?:\/[A-Z][A-Za-z0-9_+-]+){1,2})$/.test(value) && isTimeZone(value),
});

/** `${{` would begin an expression in a workflow's filter of branches, where GitHub takes none. */
export const branch: ValueType<string> = textType({
  name: "branch",
  expected: 'the name of a branch, such as `"main"`',
  what: "the name of a git branch",
  accepts: (value) => /^(?![-/.])(?!.*(?:\.\.|\/\/|@\{|\$\{\{|\.lock$|[/.]$))[^\s~^:?*[\\]+$/.test(value),
});

/** The name of an environment variable. */
export const isEnvironmentName = (name: string): boolean => /^[A-Za-z_][A-Za-z0-9_]*$/.test(name);

/** The name of a Secret, or of another object that is named as freely. */
export const secretName = textType({
  name: "name of a Secret",
  expected: "the name of a Secret",
  what: "a name of a Kubernetes Secret",
  accepts: (value) => /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/.test(value),
});

/** A key of a Secret (Kubernetes 1.34, `IsConfigMapKey`). */
export const secretKeyName = textType({
  name: "key of a Secret",
  expected: "the key of a Secret",
  what: "a key of a Kubernetes Secret: letters, digits, `-`, `_` and `.`",
  accepts: (value) => /^(?!\.{1,2}$)[A-Za-z0-9._-]{1,253}$/.test(value),
});

/** A namespace of Kubernetes. */
export const namespaceName: ValueType<string> = textType({
  name: "namespace",
  expected: 'the name of a namespace, such as `"support"`',
  what: "the name of a namespace: at most 63 lower-case letters, digits and `-`, with a letter or a digit at both ends",
  accepts: isDnsLabel,
});

/** What helm calls a release (helm 4.1, at most 53 characters); the chart begins names of Services with it, which begin with a letter. */
export const releaseName: ValueType<string> = textType({
  name: "name of a release",
  expected: 'the name of a release, such as `"datahub"`',
  what: "the name of a release: at most 53 lower-case letters, digits and `-`, beginning with a letter and not ending with `-`",
  accepts: (value) => /^[a-z](?:[a-z0-9-]{0,51}[a-z0-9])?$/.test(value),
});

const ownKey = "[A-Za-z0-9_][A-Za-z0-9_-]*";
/** Any other key, in quotes: one with a dot, as of an annotation. */
const quotedKey = `"[^"\\\\\\n]+"`;
const pathOfKeys = new RegExp(`^[A-Za-z][A-Za-z0-9_-]*(?:\\.(?:${ownKey}|${quotedKey}))*$`);

/** Keys that are joined by dots. What lies below `custom.hubc` hubc's own Python needs. */
export const valuePath: ValueType<string> = textType({
  name: "path of a value",
  expected: 'the path of a value of the chart, such as `"singleuser.fsGid"`',
  what: "a path of the chart's values: keys of letters, digits, `_` and `-`, or any in quotes, with `.` between them, and none of hubc's own below `custom.hubc`",
  accepts: (value) => pathOfKeys.test(value) && !/^custom(?:$|\.(?:hubc|"hubc"))/.test(value),
});

/** The keys of a `valuePath`. */
export function keysOfValuePath(path: string): readonly string[] {
  return (path.match(/"[^"]+"|[^."]+/g) ?? []).map((key) => key.replaceAll('"', ""));
}

/** A name by which KubeSpawner's list holds something, and JupyterHub remembers what people chose. */
export const slug = textType({
  name: "name in the list of profiles",
  expected: 'a name of small letters, digits and hyphens, such as `"cpu-only"`',
  what: "a name in the list of profiles: small letters, digits and hyphens",
  accepts: (value) => /^[a-z0-9](?:[a-z0-9_-]{0,61}[a-z0-9])?$/.test(value),
});
