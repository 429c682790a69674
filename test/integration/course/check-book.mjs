// A real Jupyter Book build from the emitted configuration, and the links that its pages then carry.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { notebook } from "./notebook.mjs";
import { binOf } from "./setup.mjs";

export function checkBook({ textbook, work }, sum) {
  const book = bookAt(join(work, "book"), textbook);
  const built = build(book);
  sum.check("Jupyter Book 1 builds the book", built.status === 0 ? "" : built.said);
  sum.check("it warns of nothing in its configuration", /WARNING.*(?:config|toc|unknown)/i.exec(built.said)?.[0]);
  if (built.status !== 0) return;
  const page = readFileSync(join(book, "_build/html/chapters/01/what-is-data-science.html"), "utf8");
  const plain = page.replaceAll("&amp;", "&");
  const hub = /https:\/\/datahub\.example\.edu\/hub\/user-redirect\/git-pull\?[^"]*/.exec(plain)?.[0];
  const wanted = JSON.parse(readFileSync(join(textbook, "links.json"), "utf8")).links[0].url;
  sum.check("a notebook's page has the button that the list of links has", same(hub, wanted));
  sum.check("and Thebe's and Binder's", /thebe/.test(plain) && plain.includes("https://mybinder.org/v2/gh/data-8/textbook/main") ? "" : "they are missing");
  sum.check("pages are in the order of chapters", order(readFileSync(join(book, "_build/html/intro.html"), "utf8")));

  const wrong = bookAt(join(work, "wrong-book"), textbook);
  const config = join(wrong, "_config.yml");
  writeFileSync(config, readFileSync(config, "utf8").replace("notebook_interface: classic", "notebook_interface: lab"));
  sum.check("a wrong interface would have been found", build(wrong).status === 0 ? "the build did not fail" : "");
}

function bookAt(folder, textbook) {
  mkdirSync(join(folder, "chapters/01"), { recursive: true });
  mkdirSync(join(folder, "chapters/02"), { recursive: true });
  writeFileSync(join(folder, "intro.md"), "# Introduction\n");
  writeFileSync(join(folder, "chapters/02/causality.md"), "# Causality\n");
  const cells = [
    ["markdown", "# What is data science?"],
    ["code", "1 + 1"],
  ];
  writeFileSync(join(folder, "chapters/01/what-is-data-science.ipynb"), notebook(cells));
  for (const name of ["_config.yml", "_toc.yml"]) cpSync(join(textbook, "book", name), join(folder, name));
  return folder;
}

function build(folder) {
  const { status, stdout, stderr } = spawnSync(join(binOf("jupyter-book-1"), "jupyter-book"), ["build", folder], {
    encoding: "utf8",
    env: { ...process.env, PATH: `${binOf("jupyter-book-1")}:${process.env["PATH"]}`, NO_COLOR: "1" },
  });
  return { status, said: stdout + stderr };
}

/** The theme writes `/` and `:` as they are; what a hub reads is the same. */
function same(found, wanted) {
  if (found === undefined) return "there is no button";
  const [one, other] = [found, wanted].map((url) => [...new URL(url).searchParams].sort().join("\n"));
  return one === other ? "" : `${found}\nis not\n${wanted}`;
}

function order(page) {
  const at = ["Introduction", "What is data science?", "Causality"].map((title) => page.indexOf(title));
  return at.every((one, i) => one >= 0 && (i === 0 || one > at[i - 1])) ? "" : `found at ${at.join(", ")}`;
}
