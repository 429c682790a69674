import { type BlockSchema, defineBlock, nested, setting } from "../block.ts";
import { listOf, momentRange, rangeOf } from "../values/compounds.ts";
import { feature } from "../values/feature.ts";
import { date, time } from "../values/moments.ts";
import { duration } from "../values/quantities.ts";
import { referencesTo, referenceTo } from "../values/references.ts";
import { count, flag, numberType, prose, title, url } from "../values/scalars.ts";
import { weekdayList } from "../values/weekdays.ts";
import { app, content, links, person, shared, site, textbook } from "./course-material.ts";
import { grading } from "./grading.ts";
import { amounts, choiceForms, gpu, imageChoices, place, sizes, variables } from "./server.ts";

/** What a window may change; also the course's own settings of the same names. */
const windowed = {
  ...amounts,
  image: setting({ type: referenceTo("image"), doc: "The software of its servers.", example: "data8" }),
  ...place,
  peak: setting({
    type: count,
    doc: "How many people work at the same time.",
    example: "300",
    defaultDoc: "`students`",
  }),
} as const;

export const lms = {
  canvas: defineBlock({
    name: "lms canvas",
    doc: "The course in Canvas.",
    settings: {
      url: setting({
        type: url,
        doc: "The Canvas instance.",
        example: '"https://bcourses.berkeley.edu"',
        required: true,
      }),
      course: setting({ type: count, doc: "The course's id, as in its address.", example: "1524699", required: true }),
    },
  }),
} as const;

const meetingPlace = setting({ type: title, doc: "Where people meet: a room, or a site.", example: '"Wheeler 150"' });

const weekdays = setting({
  type: weekdayList,
  doc: "Days of the week.",
  example: "[mon, wed, fri]",
  required: true,
});

const clock = setting({ type: rangeOf(time), doc: "From when to when.", example: "10:00 .. 11:00", required: true });

export const officeHours = defineBlock({
  name: "office-hours",
  doc: "When and where people can ask, every week of the term.",
  settings: {
    days: weekdays,
    time: clock,
    with: setting({
      type: listOf(title, { single: true }),
      doc: "Who is there, as people read it.",
      example: '["Ani Adhikari"]',
    }),
    place: meetingPlace,
    url: setting({
      type: url,
      doc: "Where they are held online, or where one puts one's name down.",
      example: '"https://meet.example.edu/stats"',
    }),
  },
});

export const holiday = defineBlock({
  name: "holiday",
  doc: "Days without class.",
  settings: {
    on: setting({
      type: rangeOf(date),
      doc: "The day, or the first and the last.",
      example: "2026-11-25 .. 2026-11-27",
      required: true,
    }),
    title: setting({ type: title, doc: "What it is called.", example: '"Thanksgiving"', defaultDoc: "its name" }),
  },
});

export const lecture = defineBlock({
  name: "lecture",
  doc: "When many people start at once, every week.",
  settings: {
    days: weekdays,
    time: clock,
    title: setting({
      type: title,
      doc: "What it is called on pages and in calendars.",
      example: '"Lab, group A"',
      defaultDoc: "`Lecture`, and its name where that is not `main`",
    }),
    place: meetingPlace,
    form: setting({
      type: url,
      doc: "A form that people fill in each time, such as one for attendance: it stands beside the lecture on the pages, and among the links.",
      example: '"https://docs.google.com/forms/d/e/1FAIpQLSd/viewform"',
    }),
  },
});

export const exam = defineBlock({
  name: "exam",
  doc: "An exam: its settings apply on its whole day, over any window.",
  settings: {
    at: setting({ type: momentRange, doc: "From when to when.", example: "2026-10-09 19:00 .. 21:00", required: true }),
    title: setting({
      type: title,
      doc: "What it is called on pages and in calendars.",
      example: '"First midterm"',
      defaultDoc: "its name",
    }),
    place: meetingPlace,
    memory: amounts.memory,
    image: setting({
      type: referenceTo("image"),
      doc: "An image of its own, which can be started only from the exam's start to its end.",
      example: "midterm",
    }),
  },
});

const during = defineBlock({
  name: "during",
  doc: "Settings of the course that apply only on these days.",
  settings: windowed,
});

export const course = defineBlock({
  name: "course",
  doc: "A course: its term, its size, its software, its material and its people.",
  settings: {
    title: setting({
      type: title,
      doc: "Its title, as people know it.",
      example: '"Foundations of Data Science"',
      required: true,
    }),
    description: setting({
      type: prose,
      doc: "What it is, for those who take it: it stands on their pages, in `links.md` and on the course's site. A `##` comment is for those who edit the file.",
      example: '"Foundations of data science, from first principles."',
      defaultDoc: "nothing",
    }),
    hub: setting({ type: referenceTo("hub"), doc: "The hub that it runs on.", example: "datahub", required: true }),
    ...windowed,
    image: setting({
      type: referenceTo("image"),
      doc: "The software of its servers. A course on an external hub may leave it to the hub.",
      example: "data8",
      required: true,
    }),
    term: setting({
      type: rangeOf(date),
      doc: "Its first and its last day.",
      example: "2026-08-26 .. 2026-12-18",
      required: true,
    }),
    grace: setting({
      type: duration,
      doc: "How long before and after the term it still applies.",
      example: "2w",
      default: 14 * 86400,
    }),
    students: setting({
      type: numberType({ name: "number", whole: true, from: 1 }),
      doc: "How many people take it.",
      example: "1800",
    }),
    gpu,
    ...imageChoices,
    staff: setting({
      type: referencesTo("group"),
      doc: "Who teaches it: they get the admin page and reach the servers of its people.",
      example: "data8-staff",
    }),
    roster: setting({
      type: referencesTo("group"),
      doc: "Who takes it.",
      example: "data8-students",
      defaultDoc: "everybody who signs in to its hub",
    }),
    "open-with": setting({
      type: app,
      doc: "What a server and the links open in.",
      example: "notebook",
      default: "lab" as const,
    }),
    needs: setting({
      type: listOf(feature),
      doc: "What its image must provide.",
      example: "[nbgitpuller, widgets]",
    }),
    collaboration: flag("Real-time collaboration in its servers."),
  },
  blocks: {
    ...choiceForms,
    ...sizes,
    environment: { ...variables.environment, doc: "Environment variables of the course's servers." },
    content: nested(content, 'content materials {\n  repo = "https://github.com/data-8/materials-fa26"\n}', {
      label: "name",
    }),
    shared: nested(shared, 'shared data { path = "shared" }', { label: "name" }),
    textbook: nested(textbook, 'textbook { url = "https://inferentialthinking.com" }'),
    site: nested(site, 'site { url = "https://www.data8.org/fa26" }'),
    grading: {
      label: "variant",
      variants: grading,
      doc: "What grades its work.",
      example: 'grading okpy { endpoint = "cal/data8/fa26" }',
    },
    lms: {
      label: "variant",
      variants: lms,
      doc: "The course in the learning management system.",
      example: 'lms canvas {\n  url = "https://bcourses.berkeley.edu"\n  course = 1524699\n}',
    },
    links: nested(links, 'links { piazza = "https://piazza.com/berkeley/fall2026/data8" }'),
    lecture: nested(lecture, "lecture main {\n  days = [mon, wed]\n  time = 10:00 .. 11:00\n}", { label: "name" }),
    "office-hours": nested(
      officeHours,
      'office-hours ani {\n  days = [tue]\n  time = 14:00 .. 16:00\n  with = "Ani Adhikari"\n}',
      { label: "name" },
    ),
    person: {
      label: "name",
      schema: person,
      doc: "Somebody who teaches the course, for its pages: what stands here is public, and gives nobody any rights. Those of `site` are there, too.",
      example: 'person ani {\n  name = "Ani Adhikari"\n  role = instructor\n}',
    },
    holiday: nested(holiday, 'holiday thanksgiving { on = 2026-11-25 .. 2026-11-27  title = "Thanksgiving" }', {
      label: "name",
    }),
    exam: nested(exam, "exam midterm {\n  at = 2026-10-09 19:00 .. 21:00\n  memory = 2GiB\n}", { label: "name" }),
    during: {
      label: "range",
      schema: during,
      doc: "Settings for some days.",
      example: "during 2026-11-02 .. 2026-11-20 { memory = 2GiB .. 4GiB }",
    },
  },
});

/** The same on a hub that somebody else runs, whose servers have an image already. */
export const courseOnExternalHub: BlockSchema = {
  ...course,
  settings: { ...course.settings, image: { ...course.settings.image, required: false } },
};
