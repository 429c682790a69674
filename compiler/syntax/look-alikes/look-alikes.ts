// How people write what they know from elsewhere: the one table, in the order in which its rows are tried.

import { installCommand, packagesBlock, rCommand } from "./commands.ts";
import {
  clockTime,
  commaBeforeTime,
  monthByName,
  noon,
  pointTimes,
  sharedHalf,
  sharedYear,
  timeAfterT,
  weekdayBefore,
  yearFirst,
  yearLast,
} from "./dates.ts";
import { dayNames } from "./day-names.ts";
import { otherHeader, peopleOfGroup } from "./headers.ts";
import type { LookAlike } from "./look-alike.ts";
import { bullet, colonInBraces, markdownLink, nameOfWords, quotesWithin } from "./pasted-lines.ts";
import {
  apartDigits,
  fraction,
  gigabytes,
  pointFirst,
  sharedUnit,
  unitApart,
  wordBefore,
  wordBehind,
} from "./quantities.ts";
import { atName, otherQuotes, unquotedAddress, unquotedWords } from "./quotes.ts";
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
  installCommand,
  rCommand,
  packagesBlock,
  bullet,
  quotesWithin,
  markdownLink,
  otherQuotes,
  peopleOfGroup,
  otherHeader,
  atName,
  unquotedAddress,
  blockComment,
  lineComment,
  slashComment,
  keywordBefore,
  nameOfWords,
  otherAssignment,
  colonInBraces,
  dayNames,
  otherBrackets,
  parentheses,
];

const values: readonly LookAlike[] = [
  wordBefore,
  wordBehind,
  weekdayBefore,
  sharedYear,
  monthByName,
  yearLast,
  yearFirst,
  timeAfterT,
  noon,
  pointTimes,
  sharedHalf,
  clockTime,
  commaBeforeTime,
  pointFirst,
  fraction,
  sharedUnit,
  gigabytes,
  unitApart,
  apartDigits,
  otherRange,
  otherOperator,
];

/** Tried one after the other, each from the line as it was written: words without quotes keep their dates and numbers as they are. */
export const lookAlikes: readonly (readonly LookAlike[])[] = [
  [...frames, ...values],
  [...frames, unquotedWords],
];
