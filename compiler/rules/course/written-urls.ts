// Every address that somebody typed for a course, with what it is for.

import type { Course } from "../../model/model.ts";
import type { Sourced } from "../../model/sourced.ts";

export interface WrittenUrl {
  /** As messages call it: "The repository of content `materials`". */
  readonly what: string;
  readonly url: Sourced<string>;
}

/** In order of declaration's kinds: content, book, site, Canvas, links. */
export function writtenUrls(course: Course): WrittenUrl[] {
  const { contents, textbook, site, lms, links, lectures } = course;
  const some = (what: string, url: Sourced<string> | undefined): WrittenUrl[] => (url ? [{ what, url }] : []);
  return [
    ...contents.map(({ name, repo }) => ({ what: `The repository of content \`${name}\``, url: repo })),
    ...some("The book's repository", textbook?.repo),
    ...some("The book's address", textbook?.url),
    ...some("The site's repository", site?.repo),
    ...some("The site's address", site?.url),
    ...some("The address of Canvas", lms?.url),
    ...links.map(({ name, url }) => ({ what: `The link \`${name}\``, url })),
    ...lectures.flatMap(({ name, form }) => some(`The form of lecture \`${name}\``, form)),
  ];
}

/** Host and path of an address; the host in lower case. */
export function partsOf(url: string): { readonly host: string; readonly path: string; readonly query: string } {
  const [, host = "", path = "", query = ""] =
    /^https?:\/\/(?:[^/@?#]*@)?([^/?#:]+)(?::\d+)?([^?#]*)([^#]*)/.exec(url) ?? [];
  return { host: host.toLowerCase(), path, query };
}
