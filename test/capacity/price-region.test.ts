// A price is that of one region. Wherever a cost is said of a cluster in another, that is said with it.

import { describe, expect, it } from "vitest";
import { capacityReport } from "../../compiler/capacity/capacity-report.ts";
import { compile } from "../../compiler/compile.ts";
import { capacityJson } from "../../compiler/service/capacity-json.ts";
import { capacityText } from "../../compiler/service/capacity-text.ts";
import { checkedDate } from "../../compiler/text/calendar.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import { courseOnGke } from "../support/course-on-gke.ts";
import { checkProgram, programOf } from "../support/programs.ts";
import { modelOf } from "../support/small-program.ts";

const elsewhere = "us-central1; europe-west4 differs";

/** A course on a cluster in a region, or in a zone. */
function courseIn(place: string, course = "  peak = 200\n  memory = 1GiB .. 2GiB\n", nodes = "0..20"): string {
  const text = courseOnGke({ course, nodes, hub: '  budget {\n    month = 9000\n    currency = "USD"\n  }\n' });
  return text.replace(/(region|zone)( *)= "[^"]*"/, place);
}

function filesOf(text: string): string {
  const on = checkedDate("2026-10-05");
  if (on === undefined) throw new Error("no such day");
  const { files } = compile({ files: [createSourceFile("p.hub", text)], assets: new Map() }, { on });
  return files
    .filter(({ path }) => /\.(md|html)$/.test(path))
    .map((file) => file.text)
    .join("\n");
}

function titlesOf(text: string): string {
  return checkProgram(programOf(text))
    .diagnostics.flatMap(({ fixes }) => fixes.map(({ title }) => title))
    .join("\n");
}

describe.each(['region = "europe-west4"', 'zone = "europe-west4-a"'])("a price in another region than %s", (place) => {
  const report = capacityReport(modelOf(courseIn(place)));

  it("is said so in the table and in the data", () => {
    expect(capacityText(report)).toContain(`on demand in ${elsewhere}, 2026-06-23`);
    const data: unknown = JSON.parse(capacityJson(report));
    expect(data).toMatchObject({ releases: [{ cost: { elsewhere: `list price of ${elsewhere}` } }] });
    expect(JSON.stringify(data)).toContain('"region":"us-central1"');
    expect(JSON.stringify(data)).toContain('"clusterRegion":"europe-west4"');
  });

  it("is said so beside the budget", () => {
    expect(filesOf(courseIn(place))).toContain(`USD a month (list price of ${elsewhere}) in term`);
  });

  it("is said so in what a fix offers", () => {
    expect(titlesOf(courseIn(place, "  peak = 900\n  memory = 2GiB .. 4GiB\n"))).toContain(
      `(list price of ${elsewhere})`,
    );
    const large = courseIn(place, "  peak = 10\n  memory = 40GiB .. 40GiB\n", "0..900");
    expect(titlesOf(large)).toMatch(new RegExp(`instead of \\S+ USD \\(list price of ${elsewhere}\\)`));
  });
});

it("a price of the cluster's own region is not said to differ", () => {
  for (const place of ['region = "us-central1"', 'zone = "us-central1-f"']) {
    const text = courseIn(place);
    const report = capacityReport(modelOf(text));
    expect(capacityText(report)).toContain("on demand in us-central1, 2026-06-23");
    expect(capacityJson(report) + filesOf(text)).not.toContain("differs");
  }
});

it("a price that the program says is not said to be that of a region", () => {
  const own = 'machine m { type = "n2-highmem-4"  memory = 32GiB  cpu = 4  price = 0.3  currency = "USD" }\n';
  const text = capacityText(capacityReport(modelOf(courseIn('region = "europe-west4"') + own)));
  expect(text).toContain("Price: 0.3 USD an hour for a node, on demand, date not said (machine m).");
});
