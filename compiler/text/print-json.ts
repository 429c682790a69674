/** Data as the lines of a JSON file: two blanks for each level, with a line end at the end. */
export function printJson(data: object): string {
  return `${JSON.stringify(data, undefined, 2)}\n`;
}
