// Schedules as cron writes them, and as Kubernetes reads them (robfig/cron v3, standard parser): minute, hour, day of the month, month,
// day of the week.

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

interface Field {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly names: readonly string[];
}

const fields: readonly Field[] = [
  { name: "minute", from: 0, to: 59, names: [] },
  { name: "hour", from: 0, to: 23, names: [] },
  { name: "day of the month", from: 1, to: 31, names: [] },
  { name: "month", from: 1, to: 12, names: months },
  { name: "day of the week", from: 0, to: 6, names: weekdays },
];

const descriptors =
  /^@(?:yearly|annually|monthly|weekly|daily|midnight|hourly|every \d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h)(?:\d+(?:\.\d+)?(?:s|m|h))*)$/;

/** What is wrong with a schedule, after its name; nothing where Kubernetes takes it and it ever happens. */
export function cronProblem(text: string): string | undefined {
  if (/^(?:CRON_)?TZ=/.test(text)) return "can't name a time zone, which Kubernetes refuses: set `timeZone` beside it";
  if (text.startsWith("@"))
    return descriptors.test(text)
      ? undefined
      : "is none of `@hourly`, `@daily`, `@weekly`, `@monthly`, `@yearly` and `@every 1h30m`";
  const parts = text.trim().split(/\s+/);
  if (parts.length !== fields.length)
    return `has ${parts.length} fields, and a schedule has 5: minute, hour, day of the month, month and day of the week`;
  for (const [i, part] of parts.entries()) {
    const field = fields[i];
    if (field === undefined || part.split(",").every((one) => fits(one, field))) continue;
    return `has \`${part}\` as its ${field.name}, which takes \`*\`, or numbers from ${field.from} to ${field.to}`;
  }
  return isNever(parts) ? "never happens: none of its months has such a day" : undefined;
}

/** Five fields that ever happen, each `*`, a number, a name, a range, a list, or one of these with `/step`. */
export function isCron(text: string): boolean {
  return !text.startsWith("@") && text === text.trim() && !/\t/.test(text) && cronProblem(text) === undefined;
}

function fits(part: string, field: Field): boolean {
  const match = /^(?:[*?]|([0-9a-zA-Z]+)(?:-([0-9a-zA-Z]+))?)(?:\/([1-9]\d?))?$/.exec(part);
  if (match === null) return false;
  const [from, to] = [match[1], match[2] ?? match[1]].map((written) => numberIn(written, field));
  const inside = (one: number | undefined) => one !== undefined && field.from <= one && one <= field.to;
  return match[1] === undefined || (inside(from) && inside(to) && (from ?? 0) <= (to ?? 0));
}

function numberIn(written: string | undefined, { from, names }: Pick<Field, "from" | "names">): number | undefined {
  if (written === undefined) return undefined;
  if (/^\d+$/.test(written)) return Number(written);
  const at = names.indexOf(written.toLowerCase());
  return at < 0 ? undefined : at + from;
}

const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Plain days only, in plain months only, of which none is that long. Beside a day of the week, either of the two is enough. */
function isNever([, , days = "", month = "", weekday = ""]: readonly string[]): boolean {
  const numbers = (part: string, names: readonly string[]) =>
    part.split(",").map((one) => numberIn(/^[0-9a-zA-Z]+$/.test(one) ? one : undefined, { from: 1, names }));
  const [dayNumbers, monthNumbers] = [numbers(days, []), numbers(month, months)];
  if (!/^[*?]$/.test(weekday) || [...dayNumbers, ...monthNumbers].includes(undefined)) return false;
  return dayNumbers.every((day) => monthNumbers.every((one) => (day ?? 0) > (longest[(one ?? 1) - 1] ?? 31)));
}
