// Every address that somebody typed for a course, with what it is for.

import { asKnown } from "../../model/as-far-as-known.ts";
import type { Course } from "../../model/model.ts";
import type { Sourced } from "../../model/sourced.ts";

export interface WrittenUrl extends UrlParts {
  /** As messages call it: "The repository of content `materials`". */
  readonly what: string;
  readonly url: Sourced<string>;
}

/** In order of declaration's kinds: content, book, site, Canvas, links. Those that are known: each is judged by itself. */
export function writtenUrls(course: Course): WrittenUrl[] {
  const some = (what: string, urlOf: () => Sourced<string> | undefined): WrittenUrl[] => {
    const url = asKnown(urlOf);
    return url ? [{ what, url, ...partsOf(url.value) }] : [];
  };
  const each = <T extends { readonly name: string }>(
    partsOf: () => readonly T[],
    what: string,
    urlOf: (part: T) => Sourced<string> | undefined,
  ) => (asKnown(partsOf) ?? []).flatMap((part) => some(`${what} \`${part.name}\``, () => urlOf(part)));
  return [
    ...each(
      () => course.contents,
      "The repository of content",
      ({ repo }) => repo,
    ),
    ...some("The book's repository", () => course.textbook?.repo),
    ...some("The book's address", () => course.textbook?.url),
    ...some("The site's repository", () => course.site?.repo),
    ...some("The site's address", () => course.site?.url),
    ...some("The address of Canvas", () => course.lms?.url),
    ...each(
      () => course.links,
      "The link",
      ({ url }) => url,
    ),
    ...each(
      () => course.lectures,
      "The form of lecture",
      ({ form }) => form,
    ),
  ];
}

interface UrlParts {
  /** In lower case. */
  readonly host: string;
  readonly path: string;
  readonly query: string;
}

/** Host, path and query of an address. */
export function partsOf(url: string): UrlParts {
  const [, host = "", path = "", query = ""] =
    /^https?:\/\/(?:[^/@?#]*@)?([^/?#:]+)(?::\d+)?([^?#]*)([^#]*)/.exec(url) ?? [];
  return { host: host.toLowerCase(), path, query };
}
