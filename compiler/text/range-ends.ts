// What people call the two ends of a range where they write them apart, in small letters with `-`. The vocabulary has one setting for both.

/** Where a stretch of time begins. */
export const startWords: ReadonlySet<string> = new Set(
  "start starts begin begins from first first-day start-date start-time starts-at opens".split(" "),
);

/** Where it ends. */
export const endWords: ReadonlySet<string> = new Set(
  "end ends to until last last-day end-date end-time ends-at closes".split(" "),
);

/** The lower end of any range, of sizes as well. */
export const lowerWords: ReadonlySet<string> = new Set([
  ...startWords,
  ..."min minimum guarantee guaranteed request requests".split(" "),
]);

/** The upper end. */
export const upperWords: ReadonlySet<string> = new Set([...endWords, ..."max maximum limit limits".split(" ")]);
