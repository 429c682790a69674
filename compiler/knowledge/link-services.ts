// Services that courses link to, and how their addresses look.

export interface LinkService {
  /** As people call it. */
  readonly title: string;
  readonly host: RegExp;
  /** A page of a course there, where its form is known. */
  readonly page?: RegExp;
  readonly example: string;
}

/** By the name that a link has in a program. Sources: the course sites of Data 8, otter-grader's documentation, and each service's own (2026-11). */
export const linkServices: Readonly<Record<string, LinkService>> = {
  piazza: {
    title: "Piazza",
    host: /^(?:www\.)?piazza\.com$/,
    page: /^\/(?:class\/[a-z0-9]+|[a-z0-9._-]+\/[a-z]+20\d\d\/[^/]+)/i,
    example: "https://piazza.com/berkeley/fall2026/data8",
  },
  ed: {
    title: "Ed",
    host: /^(?:[a-z]+\.)?edstem\.org$/,
    page: /^\/(?:[a-z]{2}\/)?(?:courses\/\d+|join\/)/,
    example: "https://edstem.org/us/courses/12345/discussion/",
  },
  slack: { title: "Slack", host: /^(?:[a-z0-9-]+\.)+slack\.com$/, example: "https://data8.slack.com" },
  gradescope: {
    title: "Gradescope",
    host: /^(?:www\.)?gradescope\.com$/,
    page: /^\/courses\/\d+/,
    example: "https://www.gradescope.com/courses/812345",
  },
  zoom: {
    title: "Zoom",
    host: /^(?:[a-z0-9-]+\.)*zoom(?:gov)?\.(?:us|com)$/,
    example: "https://berkeley.zoom.us/j/123456789",
  },
  discord: { title: "Discord", host: /^(?:www\.)?discord\.(?:gg|com)$/, example: "https://discord.gg/abcdef" },
  youtube: {
    title: "YouTube",
    host: /^(?:(?:www|m)\.)?youtube\.com$|^youtu\.be$/,
    example: "https://www.youtube.com/playlist?list=PLabc",
  },
};

const titles: Readonly<Record<string, string>> = { site: "Course site", textbook: "Textbook", canvas: "Canvas" };

/** What people call a page of a course, by the name that a program gives it: `Course site`, `Piazza`, `Office hours`. */
export function linkTitle(name: string): string {
  const known = Object.hasOwn(linkServices, name) ? linkServices[name]?.title : undefined;
  const words = name.replaceAll(/[-_]/g, " ");
  return (
    known ?? (Object.hasOwn(titles, name) ? titles[name] : undefined) ?? words.charAt(0).toUpperCase() + words.slice(1)
  );
}
