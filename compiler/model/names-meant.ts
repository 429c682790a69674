// Which class or trait was meant by a name that the hub's image does not have.

import type { Chart } from "../knowledge/charts/charts.ts";
import { knownClasses, otherClasses } from "../knowledge/hub-traits.ts";
import { nameThatCameAfter } from "../knowledge/sign-in-classes.ts";
import { closest } from "../text/edit-distance.ts";

export interface TraitMeant {
  readonly suggestion: string | undefined;
  /** The suggestion is the trait's name of today, and no guess. */
  readonly renamed: boolean;
}

/** A trait that its class does not have; `later`: a later chart has it. */
export interface MissingTrait {
  readonly className: string;
  readonly name: string;
  readonly later: unknown;
}

/** What a trait that a class does not have may stand for: itself in a later chart, else its name of today, else one that is written alike. */
export function meantTrait(
  { className, name, later }: MissingTrait,
  traits: Readonly<Record<string, unknown>>,
): TraitMeant {
  if (later !== undefined) return { suggestion: undefined, renamed: false };
  const today = nameThatCameAfter(className, name, (one) => Object.hasOwn(traits, one));
  return { suggestion: today ?? closest(name, Object.keys(traits)), renamed: today !== undefined };
}

/** The class of the hub's image that a name which none of them has may stand for: written alike but for its capitals, else the closest. */
export function meantClass(className: string, chart: Chart): string | undefined {
  const known = [...knownClasses(chart), ...otherClasses];
  return known.find((one) => one.toLowerCase() === className.toLowerCase()) ?? closest(className, known);
}
