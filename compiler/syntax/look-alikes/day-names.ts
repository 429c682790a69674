// Days of the week in a line that says on which days something is.

import { weekdaysMeant } from "../../text/weekday-words.ts";
import type { LookAlike } from "./look-alike.ts";

/** `days = Mondays and Wednesdays`, on its own line or among other settings. */
export const dayNames: LookAlike = (line) => {
  const [, head = "", value = "", rest = ""] =
    /^(\s*(?:[^"#=]*[{\s])?days?\s*=\s*)\[?([^\]#"=}]+?)\]?(\s*(?:#.*)?|\s*\}.*|\s+[a-z]+\s*=.*)$/.exec(line) ?? [];
  const days = value === "" ? undefined : weekdaysMeant(value);
  if (days === undefined) return undefined;
  const list = `[${days.join(", ")}]`;
  return { text: head + list + rest, message: `Days are a list of short names: \`${list}\`.`, certain: true };
};
