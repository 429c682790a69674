// What other tools, forms and people call what the vocabulary calls otherwise.

/** By a word in lower case, the names that it may mean, the likeliest first: the first that a block has is offered. */
const otherNames: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    "name course-name course-title heading label": ["title"],
    "start end begin begins ends starts start-date end-date dates semester from to": ["term", "time", "at"],
    "start-time end-time hours when": ["time", "at"],
    date: ["at", "on", "due"],
    "max-students enrollment enrolment class-size people seats number": ["students"],
    "ram mem memory-limit mem-limit memory-guarantee mem-guarantee": ["memory"],
    "cpus cores cpu-limit cpu-guarantee": ["cpu"],
    gpus: ["gpu"],
    "repository git github": ["repo"],
    "url address host hostname": ["domain", "repo"],
    "deadline due-date duedate due-by": ["due"],
    "instructor instructors teacher teachers ta tas teaching-assistants professor": ["staff"],
    "room location where": ["place"],
    "file notebook": ["path"],
    "week unit module": ["part"],
    "zone time-zone tz": ["timezone"],
    "environment-image docker-image container-image": ["image"],
    "weekday weekdays": ["days"],
    "for participants class-list classlist enrolled": ["roster"],
  }).flatMap(([words, names]) => words.split(" ").map((word) => [word, names] as const)),
);

/** The name of `known` that a word from elsewhere stands for. */
export function otherName(word: string, known: readonly string[]): string | undefined {
  return otherNames.get(word.toLowerCase().replaceAll("_", "-"))?.find((name) => known.includes(name));
}
