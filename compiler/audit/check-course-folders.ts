// One folder of a course that its students read and its staff write: two mounts, which have to name the same folder.

import { diagnose, type Report } from "../diagnostics/diagnostic.ts";
import type { ChartData, ChartMap } from "../schema/values/chart-data.ts";
import type { Span } from "../text/span.ts";
import { otherFolder } from "./course-grants-diagnostics.ts";
import { mapOfValues } from "./value-places.ts";

interface CourseMount {
  readonly at: string;
  readonly folder: string;
  readonly isReadOnly: boolean;
  readonly span: Span;
}

export function checkCourseFolders(values: ChartMap, report: Report): void {
  for (const { value } of mapOfValues(values, ["custom"]).entries) {
    if (value.kind !== "map") continue;
    for (const mounts of byCourse(value).values())
      for (const written of mounts.filter(({ isReadOnly }) => !isReadOnly)) {
        const read = mounts.find((mount) => mount.isReadOnly && meant(mount.at) === meant(written.at));
        if (read === undefined || read.folder === written.folder) continue;
        const words = { written: written.folder, read: read.folder };
        const related = [{ span: read.span, message: "The folder that others of the course read." }];
        report(diagnose(otherFolder, words, { span: written.span, related }));
      }
  }
}

/** The name of a place without what says how it may be used. */
function meant(at: string): string {
  return at.replace(/(?:[-_](?:shared|read-?write|rw|read-?only|ro))+$/, "");
}

function byCourse(groups: ChartMap): ReadonlyMap<string, readonly CourseMount[]> {
  const found = new Map<string, readonly CourseMount[]>();
  for (const { key, value } of groups.entries) {
    const course = /^course::(\d+)(?:::|$)/.exec(key)?.[1];
    if (course !== undefined) found.set(course, [...(found.get(course) ?? []), ...mountsIn(value)]);
  }
  return found;
}

function mountsIn(grant: ChartData): readonly CourseMount[] {
  const list = grant.kind === "map" ? grant.entries.find(({ key }) => key === "extraVolumeMounts")?.value : undefined;
  const items = list?.kind === "list" ? list.items : list?.kind === "map" ? list.entries.map(({ value }) => value) : [];
  return items.flatMap((item) => {
    if (item.kind !== "map") return [];
    const at = (name: string) => item.entries.find(({ key }) => key === name)?.value;
    const [path, folder, readOnly] = [at("mountPath"), at("subPath"), at("readOnly")];
    if (path?.kind !== "scalar" || folder?.kind !== "scalar") return [];
    const isReadOnly = readOnly?.kind === "scalar" && readOnly.value === true;
    return [{ at: String(path.value), folder: String(folder.value), isReadOnly, span: folder.span }];
  });
}
