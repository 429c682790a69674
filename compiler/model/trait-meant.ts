import { nameThatCameAfter } from "../knowledge/sign-in-classes.ts";
import { closest } from "../text/edit-distance.ts";

export interface TraitMeant {
  readonly suggestion: string | undefined;
  /** The suggestion is the trait's name of today, and no guess. */
  readonly renamed: boolean;
}

/** What a trait that a class does not have may stand for: its name of today, else one that is written alike. */
export function traitMeant(className: string, name: string, traits: Readonly<Record<string, unknown>>): TraitMeant {
  const today = nameThatCameAfter(className, name, (one) => Object.hasOwn(traits, one));
  return { suggestion: today ?? closest(name, Object.keys(traits)), renamed: today !== undefined };
}
