// A tag that was pasted behind another: two dates with nothing between them.

/** What is wrong with an address of an image, after the name of its setting; undefined where nothing is. */
export function pastedTag(image: string): string | undefined {
  const [, first, second] = /:(\d{4}[.-]\d{2}[.-]\d{2})(\d{4}[.-]\d{2}[.-]\d{2})$/.exec(image) ?? [];
  if (first === undefined || second === undefined) return undefined;
  return `has two dates as one tag, \`${first}\` and \`${second}\`, and hardly any image has such a tag: keep one`;
}
