import type { Chart } from "../knowledge/charts/charts.ts";
import { knownClasses, otherClasses } from "../knowledge/hub-traits.ts";
import { closest } from "../text/edit-distance.ts";

/** The class of the hub's image that a name which none of them has may stand for: written alike but for its capitals, else the closest. */
export function meantClass(className: string, chart: Chart): string | undefined {
  const known = [...knownClasses(chart), ...otherClasses];
  return known.find((one) => one.toLowerCase() === className.toLowerCase()) ?? closest(className, known);
}
