// All targets, and the manifest of what they write.

import type { Model } from "../model/model.ts";
import type { OutputFile } from "../output/output-file.ts";

export function emit(_model: Model, _options: { readonly hub?: string; readonly stage?: string }): OutputFile[] {
  return [];
}
