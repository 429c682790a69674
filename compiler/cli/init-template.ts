// The project that hubc init begins: small, complete, and written to be read. It runs on a laptop, and moving it to a cloud
// is a change of hub.hub alone.

import type { NewFile } from "../node/write-sources.ts";
import { type Day, printDate } from "../text/calendar.ts";

export interface Template {
  /** Of the project and its hub: lower-case letters, digits and `-`. */
  readonly name: string;
  /** The first day of the course's term. */
  readonly start: Day;
}

export interface InitFile extends NewFile {
  /** One of the folder's own is kept in its place. */
  readonly mayBeThere?: true;
}

/** The files, the one to read first first. */
export function initFiles({ name, start }: Template): readonly InitFile[] {
  return [
    { name: "README.md", text: readme(name), mayBeThere: true },
    { name: "project.hub", text: project(name) },
    { name: "course.hub", text: course(name, start) },
    { name: "hub.hub", text: hub(name) },
    { name: ".gitignore", text: "/out/\n", mayBeThere: true },
  ];
}

const WEEKS = 16;

const project = (
  name: string,
): string => `## Every .hub file in this folder, and in the folders below it, is one program.
project ${name} {
  timezone = "UTC"
}
`;

const course = (
  name: string,
  start: Day,
): string => `## A first course. Instructors edit this file; nothing in it needs Kubernetes.
course intro {
  title       = "Introduction to Data Science"
  description = "Data, and what can be learnt from it."  # for students, on their page
  hub         = ${name}
  image       = intro
  term        = ${printDate(start)} .. ${printDate(start + WEEKS * 7)}
  students    = 12
  peak        = 4               # at work at the same time
  memory      = 512MiB .. 1GiB  # guaranteed .. limit
  cpu         = 0.05 .. 1

  content materials {
    repo   = "https://github.com/jakevdp/PythonDataScienceHandbook"
    branch = "master"
    open {
      first = "notebooks/01.00-IPython-Beyond-Normal-Python.ipynb"
    }
  }
}

## What the course works in: everything of std.scipy, and these packages.
image intro extends std.scipy {
  pip {
    datascience==0.17.6
    nbgitpuller==1.3.0
  }
}
`;

const hub = (name: string): string => `## The JupyterHub that the course runs on.
hub ${name} {
  provider = laptop
  homes    = homes
  domain   = "hub.localhost"
  admins   = ["admin"]

  ## For trying out only: anybody may sign in with any name. Before others can reach this hub, choose another:
  ## auth google, auth github, auth canvas, auth cilogon …
  auth dummy { allow = everyone }

  cull { idle = 1h }
}

## A cluster on this machine (kind). For a cloud, change this block: provider gke, aks, eks …
provider kind laptop {
  pool users { nodes = 1..1  memory = 8GiB  cpu = 4 }
}

## Where everybody's work persists: a volume for each person.
storage dynamic homes {
  size = 1GiB
}
`;

const readme = (name: string): string => `# ${name}

A course hub, written in three files:

- \`course.hub\` is the course and its software: what instructors change.
- \`hub.hub\` is the JupyterHub, the cluster it runs on and where work is kept.
- \`project.hub\` is what holds for all of it.

\`\`\`
hubc check    # find mistakes
hubc build    # write out/
hubc fmt      # lay the files out
\`\`\`

After a build, \`out/hubs/${name}/prod/README.md\` says how to deploy, and \`out/courses/intro/\` holds the links for students.
\`hubc explain CODE\` explains any message.
`;
