/** Texts by path. */
export function campus(
  count: number,
  options: { readonly split: boolean; readonly full?: boolean },
): Record<string, string>;
