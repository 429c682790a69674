// The addresses that open a course's material on its hub: by nbgitpuller, for every stage, and as a launch from a learning management system.

import type { App, Content, ContentLink } from "../../model/content.ts";
import { contentFolder, fetchedAddress, repositoryName } from "../../model/content-folder.ts";
import { hubPath } from "../../model/hub-address.ts";
import type { Auth, Course, CourseHub, ExternalHub } from "../../model/model.ts";
import type { Release } from "../../model/release.ts";
import type { WrittenAs } from "../../text/date-words.ts";
import type { Span } from "../../text/span.ts";

/** What a link fetches and where it puts it. */
export interface PulledRepository {
  readonly repo: string;
  readonly branch: string | undefined;
  readonly depth: number | undefined;
  /** The folder that it is fetched into; the last part of the address where undefined. */
  readonly folder: string | undefined;
}

/** One link of a course on one stage of its hub. */
export interface CourseLink {
  readonly stage: string;
  readonly content: string;
  readonly name: string;
  readonly path: string;
  readonly app: App;
  readonly url: string;
  /** The same for a tool's launch URL in the learning management system, where the hub signs people in by LTI. */
  readonly launch: string | undefined;
  /** As people read it; its name where the program gives it no title. */
  readonly title: string;
  /** The week or unit that it belongs to. */
  readonly part: string | undefined;
  readonly due: ContentLink["due"];
  readonly span: Span;
}

/** What the lists of links are made from. `hubs` are the stages of the course's hub, that for people first; there is at least one. */
export interface LinkLists {
  readonly course: Course;
  readonly hubs: readonly [Release | ExternalHub, ...(Release | ExternalHub)[]];
  /** How dates are written for people. */
  readonly dates: WrittenAs;
}

/** Every `open` of the course on one stage, in order. */
export function linksOn(course: Course, hub: CourseHub): CourseLink[] {
  return course.contents.flatMap((content) => content.open.map((link) => linkOn(course, content, link, hub)));
}

function linkOn(course: Course, content: Content, link: ContentLink, hub: CourseHub): CourseLink {
  const app = link.app ?? course.openWith.value;
  const pulled: PulledRepository = {
    repo: content.repo.value,
    branch: link.branch ?? content.branch?.value,
    depth: content.depth?.value,
    folder: contentFolder(content, link.branch),
  };
  const path = pullPath(pulled, link.path, app);
  return {
    stage: hub.stage,
    content: content.name,
    name: link.name,
    path: link.path,
    app,
    url: hub.url + path,
    launch: launchUrl(hub, path),
    title: link.title ?? link.name,
    part: link.part,
    due: link.due ?? dueOf(course, link),
    span: link.span,
  };
}

/** When the work is due whose notebook the link opens. */
function dueOf({ grading }: Course, { path }: ContentLink): ContentLink["due"] {
  return grading?.assignments.find(({ notebook }) => notebook.value === path)?.due?.value;
}

/**
 * The path on a hub that fetches a repository into a person's server and opens a path of it. The parameters are those of nbgitpuller 1.3
 * (handlers.py), in the order of its link generator. Its own `urlpath` begins with the folder that is fetched into, which the generator
 * gets wrong where that is another than the repository's name, and where the address ends in `.git`. nbgitpuller's page goes to `urlpath`
 * as it stands: it is an address within the address, with escapes of its own.
 */
export function pullPath(pulled: PulledRepository, path: string, app: App): string {
  const repo = fetchedAddress(pulled.repo);
  const usual = repo.split("/").at(-1) ?? "";
  const folder = pulled.folder ?? repositoryName(repo);
  const parameters: [string, string | undefined][] = [
    ["repo", repo],
    ["urlpath", pageOf(app, inAddress([folder, ...partsOf(path)].join("/")))],
    ["branch", pulled.branch],
    ["depth", pulled.depth?.toString()],
    ["targetPath", folder === usual ? undefined : folder],
  ];
  const query = parameters.flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${formEncoded(value)}`]));
  return `/hub/user-redirect/git-pull?${query.join("&")}`;
}

/** The parts of a path in a repository; none for the repository itself. */
function partsOf(path: string): string[] {
  return path.split("/").filter((part) => part !== "" && part !== ".");
}

/** What would end the path of an address, or begin an escape in it. A browser escapes the rest, blanks too. */
function inAddress(path: string): string {
  return path.replace(/[%?#\\]/g, encodeURIComponent);
}

/** Where an app shows a path (nbgitpuller 1.3, link generator). RStudio, VS Code and the desktop open no file by address. */
function pageOf(app: App, path: string): string {
  switch (app) {
    case "notebook":
      return `tree/${path}`;
    case "retro":
      return `retro/tree/${path}`;
    case "rstudio":
    case "vscode":
    case "desktop":
      return `${app}/`;
    case "lab":
      return `lab/tree/${path}`;
  }
}

/**
 * The launch URL that opens a path after signing in. LTI 1.3 takes what is after `next=` in its target and decodes it once; a target without
 * `next=` is lost where it holds the letters "next" anywhere. LTI 1.1 takes `custom_next` (ltiauthenticator 1.6.3, handlers.py of both).
 */
function launchUrl(hub: CourseHub, path: string): string | undefined {
  if (hub.auth?.variant !== "lti") return undefined;
  const next = encodeURIComponent(hubPath(hub) + path);
  return hub.url + (isOldLti(hub.auth) ? `/hub/lti/launch?custom_next=${next}` : `/hub/?next=${next}`);
}

/** LTI 1.1, which has a consumer's key where 1.3 has a platform. */
export function isOldLti(auth: Auth): boolean {
  return auth.settings["consumer-key"] !== undefined;
}

/** As the value of a parameter, safe between brackets and quotes. A blank is `%20`: a launch's address is decoded by rules in which `+` is none. */
function formEncoded(value: string): string {
  return encodeURIComponent(value).replace(/[!'()~]/g, (found) => `%${found.charCodeAt(0).toString(16).toUpperCase()}`);
}
