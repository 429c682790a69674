// Whole programs of the repository and the pages that they compile to.

import { escaped, type Page } from "./html.ts";

/** A program of the repository. */
export interface Shown {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  /** Its pages below gallery/NAME/, with their titles. */
  readonly pages: readonly { readonly path: string; readonly title: string }[];
  /** A picture below gallery/NAME/, where there is one. */
  readonly picture: string | undefined;
}

export function galleryPage(shown: readonly Shown[]): Page {
  const cards = shown.map(
    ({ name, title, about, pages, picture }) => `<section class="card">
<h2>${escaped(title)}</h2>
<p>${escaped(about)}</p>
${picture === undefined ? "" : `<img src="${name}/${picture}" alt="The page for students of ${escaped(title)}" width="800" height="1100" loading="lazy">`}
<ul>
${pages.map((page) => `<li><a href="${name}/${page.path}">${escaped(page.title)}</a> <span class="quiet">${escaped(page.path)}</span></li>`).join("\n")}
</ul>
</section>`,
  );
  return {
    path: "gallery/index.html",
    title: "Gallery",
    about: "Pages for students, staff and operators, as hubc writes them.",
    body: `<h1>Gallery</h1>
<p class="lead">What hubc writes for people: the pages of whole programs, as they are compiled.</p>
<div class="cards">
${cards.join("\n")}
</div>`,
  };
}
