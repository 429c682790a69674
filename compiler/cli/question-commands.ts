// The rows of the commands that answer a question about a program; the rest of the table is in command-table.ts.

import type { Command } from "./command.ts";
import {
  answerFormat,
  clusterOptions,
  formatOption,
  onOption,
  pathArgument,
  selectionOptions,
} from "./shared-options.ts";

/** In the order of the help. */
export const questionCommands: readonly Command[] = [
  {
    name: "capacity",
    summary: "Say whether the class fits, and what the nodes cost.",
    details: [
      "For each release and pool: how many people a node holds, how many nodes they need when all who work at once are there, in",
      "every window, and what the nodes cost a month and a term. With --format svg it draws the nodes over the day of --on.",
      "PATH is as for hubc check.",
    ],
    arguments: [pathArgument],
    options: [
      onOption("that the report is for"),
      formatOption(["text", "json", "svg"], "How to print the report."),
      ...selectionOptions,
      { name: "cluster", doc: "Take what the cluster's nodes have in place of what is known of machines." },
      ...clusterOptions,
    ],
    examples: [
      "hubc capacity",
      "hubc capacity --cluster --hub datahub",
      "hubc capacity courses/data8 --on 2026-10-05 --format svg > day.svg",
    ],
    load: () => import("./commands/capacity.ts"),
  },
  {
    name: "calendar",
    summary: "Say what starts and ends when, and who is affected.",
    details: [
      "Terms, the days on which a course is on its hub, windows, exams, lectures and work that is due; then the days on which a",
      "build that is deployed changes something. With --format ics it can be subscribed to or imported. PATH is as for hubc check.",
    ],
    arguments: [pathArgument],
    options: [
      onOption("that the calendar is for"),
      { name: "from", value: "DATE", doc: "Nothing that ends before this date." },
      { name: "to", value: "DATE", doc: "Nothing that starts after this date." },
      formatOption(["text", "ics", "json"], "How to print the calendar."),
      ...selectionOptions,
    ],
    examples: ["hubc calendar", "hubc calendar examples/data8 --from 2026-10-01 --format ics > data8.ics"],
    load: () => import("./commands/calendar.ts"),
  },
  {
    name: "links",
    summary: "Print the links of a course.",
    details: [
      "The addresses that open a course's material on its hub, on every stage, and its other pages: as a list, or as one of the",
      "files that hubc build writes. Without COURSE those of all courses. PATH is as for hubc check.",
    ],
    arguments: [{ name: "COURSE", doc: "The course's name." }, pathArgument],
    options: [
      onOption("that the links are for"),
      formatOption(["text", "md", "csv", "json", "html"], "How to print them."),
      ...selectionOptions,
    ],
    examples: ["hubc links data8", "hubc links data8 examples/data8 --stage prod --format csv"],
    load: () => import("./commands/links.ts"),
  },
  {
    name: "who",
    summary: "Say who may sign in to a hub, and what they may do there.",
    details: [
      "In words: who may enter, who is admin, whose servers staff reach, which workspaces there are, and where the people of each",
      "group come from. Secret lists are named, never read. Without HUB for every hub. PATH is as for hubc check.",
      "With --as: what one person gets on the date. May they enter, which servers are theirs and what each is, whose servers they",
      "reach, which shared accounts they may start. Of a name in a secret list only the hub knows; ask for its group.",
    ],
    arguments: [{ name: "HUB", doc: "The hub's name." }, pathArgument],
    options: [
      {
        name: "as",
        value: "WHOM",
        doc: "What one person gets: a username, or group:NAME for a member of that group, group:A,B for one of both.",
      },
      onOption("that the answer is for"),
      answerFormat,
      { name: "stage", value: "NAME", doc: "Only this stage of the hubs." },
    ],
    examples: [
      "hubc who datahub",
      "hubc who datahub --as ada --on 2026-10-05",
      "hubc who stat159 examples/stat159 --as group:instructors --format json",
    ],
    load: () => import("./commands/who.ts"),
  },
];
