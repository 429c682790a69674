// How people write what they know from elsewhere: the one table, in the order in which its rows are tried.

import { installCommand, packagesBlock, rCommand } from "./commands.ts";
import { clockTime, monthByName, sharedHalf, yearFirst, yearLast } from "./dates.ts";
import { otherHeader, peopleOfGroup } from "./headers.ts";
import type { LookAlike } from "./look-alike.ts";
import { apartDigits, fraction, gigabytes, pointFirst, sharedUnit, unitApart, wordBefore } from "./quantities.ts";
import { atName, otherQuotes, unquotedAddress, unquotedWords } from "./quotes.ts";
import {
  blockComment,
  keywordBefore,
  otherAssignment,
  otherBrackets,
  otherComment,
  otherOperator,
  otherRange,
  parentheses,
} from "./signs.ts";

export const lookAlikes: readonly LookAlike[] = [
  installCommand,
  rCommand,
  packagesBlock,
  otherQuotes,
  peopleOfGroup,
  otherHeader,
  atName,
  unquotedAddress,
  blockComment,
  otherComment,
  keywordBefore,
  otherAssignment,
  otherBrackets,
  parentheses,
  wordBefore,
  monthByName,
  yearLast,
  yearFirst,
  sharedHalf,
  clockTime,
  pointFirst,
  fraction,
  sharedUnit,
  gigabytes,
  unitApart,
  apartDigits,
  otherRange,
  otherOperator,
  unquotedWords,
];
