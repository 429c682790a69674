// The project that hubc init begins: small, complete, and written to be read. Moving it to another place is a change of hub.hub
// alone. What explains a file stands in `#` comments, which reach no output: what students see holds no word about files.

import { format } from "../format/format.ts";
import type { NewFile } from "../node/write-sources.ts";
import { type Day, printDate } from "../text/calendar.ts";
import { createSourceFile } from "../text/source-file.ts";
import { hubText } from "./init-hubs.ts";
import type { Place } from "./init-places.ts";

export interface Template {
  /** Of the project and its hub: lower-case letters, digits and `-`. */
  readonly name: string;
  /** The first day of the course's term. */
  readonly start: Day;
  readonly place: Place;
  /** The host that people open. */
  readonly domain: string;
}

export interface InitFile extends NewFile {
  /** One of the folder's own is kept in its place. */
  readonly mayBeThere?: true;
}

/** The files, the one to read first first. */
export function initFiles({ name, start, place, domain }: Template): readonly InitFile[] {
  const files: readonly InitFile[] = [
    { name: "README.md", text: readme(name, place), mayBeThere: true },
    { name: "project.hub", text: project(name, place) },
    { name: "course.hub", text: course(name, start, place) },
    { name: "hub.hub", text: hubText(place, { name, domain }) },
    { name: ".gitignore", text: "/out/\n", mayBeThere: true },
  ];
  // Columns of comments depend on the names in the lines.
  return files.map((file) =>
    file.name.endsWith(".hub") ? { ...file, text: format(createSourceFile(file.name, file.text)).text } : file,
  );
}

const WEEKS = 16;

/** Images have to be brought to a cluster that others run the machines of; a laptop is given them by hand. */
const needsRegistry = (place: Place) => place !== "laptop" && place !== "external";

function project(name: string, place: Place): string {
  const registry = needsRegistry(place)
    ? `  registry = "ghcr.io/campus/images"  # where images are pushed to, and pulled from\n`
    : "";
  return `# Every .hub file in this folder, and in the folders below it, is one program.
project ${name} {
${registry}  timezone = "UTC"${registry === "" ? "" : "                    # such as America/Los_Angeles"}
}
`;
}

/** What only hubs that run here need of a course. */
const ofOwnHub = `  memory      = 512MiB .. 1GiB  # guaranteed .. limit
  cpu         = 0.05 .. 1
`;

const course = (
  name: string,
  start: Day,
  place: Place,
): string => `# A first course. Instructors edit this file; nothing in it needs Kubernetes.
course intro {
  title       = "Introduction to Data Science"
  description = "Data, and what can be learnt from it."  # for students, on their page
  hub         = ${name}
  image       = intro
  term        = ${printDate(start)} .. ${printDate(start + WEEKS * 7)}
  students    = 12
  peak        = 4               # at work at the same time
${place === "external" ? "" : ofOwnHub}
  content materials {
    repo   = "https://github.com/jakevdp/PythonDataScienceHandbook"
    branch = "master"
    open {
      first = "notebooks/01.00-IPython-Beyond-Normal-Python.ipynb"
    }
  }
}

# What the course works in: everything of std.scipy, and these packages.
image intro extends std.scipy {
  pip {
    datascience==0.17.6
    nbgitpuller==1.3.0
  }
}
`;

const readme = (name: string, place: Place): string => `# ${name}

A course hub, written in three files:

- \`course.hub\` is the course and its software: what instructors change.
- \`hub.hub\` is ${place === "external" ? "the JupyterHub that the course is on; others run it." : "the JupyterHub, the cluster it runs on and where work is kept."}
- \`project.hub\` is what holds for all of it.

\`\`\`
hubc check    # find mistakes
hubc preview  # look at the pages, while you write
hubc build    # write out/
hubc fmt      # lay the files out
\`\`\`

${afterBuild(name, place)}
\`hubc explain CODE\` explains any message, and \`hubc doctor\` says what is missing on this machine.
`;

function afterBuild(name: string, place: Place): string {
  const links =
    "`out/courses/intro/` holds the links and pages for students. `out/index.html` leads to all pages: open it in a browser.";
  if (place === "external") return `After a build, ${links}`;
  const deploy = `After a build, \`out/hubs/${name}/prod/README.md\` says how to deploy, and ${links}`;
  if (place !== "laptop") return deploy;
  return `${deploy}
\`out/providers/laptop/README.md\` says how to make the cluster. It pulls from no registry: bring it each image that you have built by
\`kind load docker-image --name laptop IMAGE\`.`;
}
