// Days of the week, as a list of short names; other ways to write them are offered as that list.

import { type Weekday, weekOrder } from "../../text/calendar.ts";
import { visible } from "../../text/unseen-characters.ts";
import { weekdayMeant, weekdaysMeant } from "../../text/weekday-words.ts";
import { wrongType } from "../schema-diagnostics.ts";
import type { Item, ValueType } from "../value-type.ts";
import { listOf } from "./compounds.ts";
import { choice } from "./scalars.ts";

const weekday = choice(...weekOrder);
const days = listOf(weekday);

/** `[mon, wed]`. Of `MWF`, `"Tu/Th"` and `[Monday]` it says so, once. */
export const weekdayList: ValueType<readonly Item<Weekday>[]> = {
  ...days,
  read: (node, reader) => {
    const source = reader.file.text.slice(node.start, node.end);
    const written = source.replace(/^[["]|[\]"]$/g, "");
    const isShort =
      node.kind === "list" &&
      !written.split(/[\s,]+/).some((word) => weekdayMeant(word) !== undefined && !/^[a-z]{3}$/.test(word));
    const meant = isShort ? undefined : weekdaysMeant(written);
    if (meant === undefined) return days.read(node, reader);
    const list = `[${meant.join(", ")}]`;
    const fixes = [reader.fix(`Write \`${list}\``, node, list)];
    const words = { expected: "A list of days by their short names", found: `\`${visible(source)}\`` };
    return reader.say(wrongType, words, node, { fixes });
  },
};
