// What pages say of lists, roles, changes and addresses is said only where it is so.

import { expect, test } from "vitest";
import { isLocalName } from "../../../compiler/knowledge/local-names.ts";
import { compiledCourse, courseText } from "../../support/course-program.ts";

const staffPage = (course: string, more = "", hub = "") => courseText({ course, more, hub }, "pages/staff.md");
const lists = "Who joins or leaves a list is in or out when the hub next starts.";

test("the staff's page tells of lists only where there is one", () => {
  expect(staffPage("")).not.toContain(lists);
  const sources = 'group gsis { from github { organization = "data-8" } }';
  expect(staffPage("staff = gsis", sources)).not.toContain(lists);
  expect(staffPage("staff = gsis", 'group gsis { members = ["ada"] }')).toContain(lists);
  expect(staffPage("roster = r", 'group r { members = secret("a/b") }')).toContain(lists);
});

test("roles end with a course that has staff", () => {
  expect(staffPage("")).toMatch(/^The course is on the hub until [^:\n]*\.$/m);
  expect(staffPage("staff = gsis", 'group gsis { members = ["ada"] }')).toMatch(/until .*: its roles end with it\.$/m);
});

test("another course of the hub is no change of this one", () => {
  const other = `course genomes { title = "Genomes"  hub = datahub  image = data8  term = 2026-09-07 .. 2026-11-20
    exam final { at = 2026-11-18 10:00 .. 12:00  memory = 4GiB } }`;
  const page = staffPage("exam midterm { at = 2026-10-09 19:00 .. 21:00  memory = 4GiB }", other, "choose = by-choice");
  expect(page).toContain("Fri 9 Oct 2026: Midterm exam begins");
  expect(page).not.toContain("genomes");
});

test.each([
  ["localhost", true],
  ["hub.localhost", true],
  ["lab.test", true],
  ["hub.local", true],
  ["hub.home.arpa", true],
  ["hub.127.0.0.1.nip.io", true],
  ["hub-192-168-1-7.sslip.io", true],
  ["10.0.0.7", true],
  ["172.20.0.1", true],
  ["172.32.0.1", false],
  ["hub.8.8.8.8.nip.io", false],
  ["localhost.example.edu", false],
  ["latest.example.edu", false],
  ["hub.berkeley.edu", false],
])("%s is a name of this machine or network: %s", (name, isLocal) => {
  expect(isLocalName(name)).toBe(isLocal);
});

test("a hub without a certificate under such a name is reached by http, and where it has one by https", () => {
  const hub = (more: string) => compiledCourse({ hub: `stage prod { domain = "lab.127.0.0.1.nip.io" ${more} }` });
  const page = (more: string) => hub(more).get("courses/data8/pages/students.md")?.text;
  expect(page("")).toContain("(http://lab.127.0.0.1.nip.io/)");
  expect(page('https { secret = "mine" }')).toContain("(https://lab.127.0.0.1.nip.io/)");
  expect(page('ingress { class = "nginx" }')).toContain("(https://lab.127.0.0.1.nip.io/)");
});
