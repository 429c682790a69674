import { defineRule } from "../rule.ts";

/** Where Jupyter Book 1 has buttons, they can name the pages. */
export const bookPath = defineRule<{ path: string; sign: string }>({
  code: "course/book-path",
  title: "A path that the buttons of Jupyter Book 1 break off",
  why: "Jupyter Book 1 writes the path of a page into the links of its buttons as it stands, or encodes it once where the hub needs it twice (sphinx-book-theme 1.1, launch.py). `#` and `?` end a path there, and `%` begins a sign of another name, so the buttons open nothing.",
  message: ({ path, sign }) =>
    `The buttons of Jupyter Book 1 can't name \`${path}\`: rename it so that it has no \`${sign}\`, or build with jupyter-book-2.`,
  eachAlone: "courses",
  check: ({ textbook }, report) => {
    if (textbook?.builder?.value !== "jupyter-book-1") return;
    const { folder, chapters } = textbook;
    for (const { value: path, span } of [...(folder === undefined ? [] : [folder]), ...chapters]) {
      const [sign] = /[#?%]/.exec(path) ?? [];
      if (sign !== undefined) report({ path, sign }, { span });
    }
  },
});
