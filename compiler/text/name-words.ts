// Names of a program as people would write them.

/** `lab-a` is `Lab A`, `midterm` is `Midterm`. */
function nameWords(name: string): string {
  const words = name
    .split(/[-_]+/)
    .filter((word) => word !== "")
    .map((word) => (word.length === 1 ? word.toUpperCase() : word))
    .join(" ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a lecture of that name is called: `Lecture`, `Lab A`, `Lecture B`. */
export function lectureWords(name: string): string {
  if (name === "main") return "Lecture";
  return name.length < 3 ? `Lecture ${nameWords(name)}` : nameWords(name);
}

/** What an exam of that name is called: `Midterm exam`, `Quiz 2`, `Exam 1`. */
export function examWords(name: string): string {
  if (/exam|quiz|test/i.test(name)) return nameWords(name);
  return name.length < 3 ? `Exam ${nameWords(name)}` : `${nameWords(name)} exam`;
}
