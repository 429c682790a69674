// How people write what they know from elsewhere: the one table, in the order in which its rows are tried.

import { weekdaysMeant } from "../../text/weekday-words.ts";
import { installCommand, packagesBlock, packagesLine, rCommand } from "./commands.ts";
import {
  clockTime,
  commaBeforeTime,
  joinedDates,
  monthBetween,
  monthByName,
  noon,
  oClock,
  pointTimes,
  sharedHalf,
  sharedYear,
  timeAfterT,
  weekdayBefore,
  yearFirst,
  yearLast,
} from "./dates.ts";
import { foreignHeader, namedBlock, otherHeader, otherParent, peopleOfGroup } from "./headers.ts";
import type { LookAlike } from "./look-alike.ts";
import { entity, fullStop, fullWidth, invisible, jsonEntry, openingQuote, remark, stars } from "./pasted-characters.ts";
import {
  bullet,
  colonInBraces,
  entryWithMore,
  fence,
  markdownLink,
  nameOfWords,
  quotesWithin,
} from "./pasted-lines.ts";
import { bareMembers, mailboxes, otherSeparators } from "./people.ts";
import {
  apartDigits,
  fraction,
  gigabytes,
  mostPeople,
  numberRange,
  otherEnds,
  pointFirst,
  sharedUnit,
  unitApart,
  wordBefore,
  wordBehind,
} from "./quantities.ts";
import { atName, otherQuotes, secretPath, unquotedAddress, unquotedWords } from "./quotes.ts";
import {
  digitFirst,
  entryWithoutName,
  examMoment,
  hoursAlone,
  howLong,
  lectureHours,
  midnight,
} from "./schedule-lines.ts";
import {
  blockComment,
  keywordBefore,
  lineComment,
  otherAssignment,
  otherBrackets,
  otherOperator,
  otherRange,
  parentheses,
  slashComment,
} from "./signs.ts";

/** What stands around values, and values that are quoted otherwise. */
const frames: readonly LookAlike[] = [
  invisible,
  fence,
  installCommand,
  rCommand,
  packagesBlock,
  packagesLine,
  entryWithoutName,
  entryWithMore,
  bullet,
  stars,
  quotesWithin,
  markdownLink,
  entity,
  otherQuotes,
  fullWidth,
  openingQuote,
  mailboxes,
  peopleOfGroup,
  otherParent,
  foreignHeader,
  lectureHours,
  examMoment,
  otherHeader,
  namedBlock,
  secretPath,
  atName,
  bareMembers,
  unquotedAddress,
  blockComment,
  lineComment,
  slashComment,
  keywordBefore,
  nameOfWords,
  digitFirst,
  jsonEntry,
  otherAssignment,
  otherSeparators,
  bareMembers,
  colonInBraces,
  dayNames,
  otherBrackets,
  parentheses,
  remark,
  fullStop,
];

const values: readonly LookAlike[] = [
  mostPeople,
  wordBefore,
  wordBehind,
  weekdayBefore,
  joinedDates,
  sharedYear,
  monthByName,
  monthBetween,
  yearLast,
  yearFirst,
  timeAfterT,
  midnight,
  noon,
  pointTimes,
  sharedHalf,
  clockTime,
  oClock,
  commaBeforeTime,
  howLong,
  hoursAlone,
  pointFirst,
  fraction,
  sharedUnit,
  gigabytes,
  unitApart,
  apartDigits,
  otherRange,
  otherEnds,
  numberRange,
  otherOperator,
];

/** Tried one after the other, each from the line as it was written: words without quotes keep their dates and numbers as they are. */
export const lookAlikes: readonly (readonly LookAlike[])[] = [
  [...frames, ...values],
  [...frames, unquotedWords],
];

/** Days of the week in a line that says on which days something is: `days = Mondays and Wednesdays`, on its own line or among other settings. */
function dayNames(line: string): ReturnType<LookAlike> {
  const [, head = "", value = "", rest = ""] =
    /^(\s*(?:[^"#=]*[{\s])?days?\s*=\s*)\[?([^\]#"=}]+?)\]?(\s*(?:#.*)?|\s*\}.*|\s+[a-z]+\s*=.*)$/.exec(line) ?? [];
  const days = value === "" ? undefined : weekdaysMeant(value);
  if (days === undefined) return undefined;
  const list = `[${days.join(", ")}]`;
  return { text: head + list + rest, message: `Days are a list of short names: \`${list}\`.`, certain: true };
}
