// Templates that stand in for hubc's own pages.

import type { PageTemplateText } from "../schema/values/page-template.ts";
import type { Sourced } from "./sourced.ts";

/** By the page that they make; for each at most one of each format. */
export interface PageTemplates {
  readonly students: readonly Sourced<PageTemplateText>[];
  readonly staff: readonly Sourced<PageTemplateText>[];
  readonly operators: readonly Sourced<PageTemplateText>[];
}
