// What several rules ask of one model: worked out when the first of them asks, and handed on to the others.

import { type Load, loadsIn } from "../capacity/pool-load.ts";
import type { OfPart } from "../model/kept.ts";
import type { Course, Group, Model } from "../model/model.ts";
import { type WrittenUrl, writtenUrls } from "./course/written-urls.ts";
import { type Unmet, unmetNeeds } from "./image/needs.ts";

export interface SharedAnswers extends SharedByPart {
  /** What courses put on pools. */
  readonly loads: () => readonly Load[];
  /** What courses and hubs need of images that do not have it, or are not known to. */
  readonly unmet: () => readonly Unmet[];
  /** The groups by name; of several of one name the first. */
  readonly groups: () => ReadonlyMap<string, Group>;
  readonly ofPart: OfPart;
}

/** What several rules ask of one part, whatever else is in the model. */
export interface SharedByPart {
  /** The addresses that somebody typed for a course. */
  readonly urls: (course: Course) => readonly WrittenUrl[];
}

export function sharedAnswers(model: Model, ofPart: OfPart): SharedAnswers {
  return {
    loads: once(() => loadsIn(model)),
    unmet: once(() => unmetNeeds(model)),
    groups: once(() => new Map(model.groups.toReversed().map((group) => [group.name, group]))),
    ...sharedByPart(ofPart),
    ofPart,
  };
}

export function sharedByPart(ofPart: OfPart): SharedByPart {
  return { urls: (course) => ofPart(writtenUrls, course) };
}

/** Where working out is stopped by something unknown, whoever asks next is stopped too. */
function once<T>(work: () => T): () => T {
  let done: { readonly answer: T } | undefined;
  return () => {
    done ??= { answer: work() };
    return done.answer;
  };
}
