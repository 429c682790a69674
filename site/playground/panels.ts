// What stands around the editor: tabs of files, the list of findings, and one output.

import type { CompiledPlace, Finding } from "./messages.ts";
import { page } from "./page.ts";

/** A tab for each file; arrow keys go from one to the next. */
export function showFiles(paths: readonly string[], chosen: string, open: (path: string) => void): void {
  const tabs = paths.map((path) => {
    const tab = Object.assign(document.createElement("button"), { type: "button", textContent: path });
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-selected", String(path === chosen));
    tab.tabIndex = path === chosen ? 0 : -1;
    tab.addEventListener("click", () => open(path));
    tab.addEventListener("keydown", ({ key }) => {
      const step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
      const next = paths[(paths.indexOf(path) + step + paths.length) % paths.length];
      if (step === 0 || next === undefined) return;
      open(next);
      page.files.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
    });
    return tab;
  });
  page.files.replaceChildren(...tabs);
}

export interface FindingActions {
  readonly goTo: (finding: Finding) => void;
  readonly mend: (fix: Finding["fixes"][number]) => void;
}

export function showWhatIsFound(findings: readonly Finding[], { goTo, mend }: FindingActions): void {
  const items = findings.map((finding) => {
    const item = document.createElement("li");
    item.className = finding.severity;
    const link = Object.assign(document.createElement("a"), {
      href: `../codes/${finding.code}.html`,
      textContent: finding.code,
    });
    item.append(
      button(`${finding.path}:${finding.line}`, () => goTo(finding)),
      ` ${finding.severity} `,
      link,
      document.createElement("br"),
      finding.message,
    );
    for (const fix of finding.fixes)
      item.append(
        document.createElement("br"),
        button(fix.title, () => mend(fix)),
      );
    return item;
  });
  page.findings.replaceChildren(...items);
}

function button(text: string, act: () => void): HTMLElement {
  const made = Object.assign(document.createElement("button"), { type: "button", textContent: text });
  made.addEventListener("click", act);
  return made;
}

/** The output as text with its marked lines; a page for people as they see it. */
export function showOutput(path: string, text: string | undefined, from: CompiledPlace | undefined): void {
  const isPage = path.endsWith(".html") && text !== undefined;
  page.frame.hidden = !isPage;
  page.text.hidden = isPage;
  if (isPage) {
    // An unchanged page keeps its place.
    if (page.frame.srcdoc !== text) page.frame.srcdoc = text;
    page.from.textContent = "The page as people see it.";
    return;
  }
  const runs = from?.outputs.find((one) => one.path === path)?.lines ?? [];
  const isFrom = (line: number) => runs.some(({ first, last }) => first <= line && line <= last);
  const lines = (text ?? "")
    .replace(/\n$/, "")
    .split("\n")
    .map((line, index) => {
      const row = Object.assign(document.createElement("span"), {
        className: isFrom(index) ? "line from" : "line",
        textContent: line,
      });
      return row;
    });
  page.text.replaceChildren(...(text === undefined ? [] : lines));
  page.from.textContent =
    text === undefined
      ? "Nothing comes out of a program with errors."
      : runs.length === 0
        ? "Nothing here comes from the place at the cursor."
        : `Marked: what ${from?.title ?? ""} makes.`;
  const [first] = runs;
  if (first === undefined) return;
  const top = page.text.children[first.first];
  if (top instanceof HTMLElement) page.text.scrollTop = top.offsetTop - page.text.offsetTop - 60;
}
