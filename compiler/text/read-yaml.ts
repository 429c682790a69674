// Reads YAML, by js-yaml. Import this lazily: most programs bring no YAML, and should not wait for its reader.

import {
  constructFromEvents,
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  YAML11_SCHEMA,
  YAMLException,
} from "js-yaml";
import type { ReadYaml, YamlDocument } from "./yaml-document.ts";

export const readYaml: ReadYaml = (text) => {
  try {
    const events = parseEvents(text, {});
    const values = constructFromEvents(events, { source: text, schema: YAML11_SCHEMA });
    const places = documentsIn(events, text);
    return {
      documents: values.map((value, i) => ({
        value: value ?? undefined,
        ...(places[i] ?? { line: 1, metadata: undefined }),
      })),
    };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { problem: { reason: error.reason, line: (error.mark?.line ?? 0) + 1 } };
  }
};

type Place = Pick<YamlDocument, "line" | "metadata">;

function documentsIn(events: readonly Event[], text: string): Place[] {
  const places: Place[] = [];
  let depth = 0;
  let isValue = false;
  let key: string | undefined;
  for (const event of events) {
    if (event.type === EVENT_ID.DOCUMENT) places.push({ line: 1, metadata: undefined });
    const place = places.at(-1);
    const isMember = depth === 2;
    if (place !== undefined && depth === 1 && "start" in event)
      places[places.length - 1] = { ...place, line: lineAt(text, event.start) };
    if (place !== undefined && isMember && isValue && key === "metadata" && event.type === EVENT_ID.MAPPING)
      places[places.length - 1] = { ...place, metadata: { start: event.start, inBraces: text[event.start] === "{" } };
    if (isMember && event.type !== EVENT_ID.POP) {
      if (!isValue) key = event.type === EVENT_ID.SCALAR ? getScalarValue(text, event) : undefined;
      isValue = !isValue;
    }
    if (event.type === EVENT_ID.POP) depth--;
    else if (event.type !== EVENT_ID.SCALAR && event.type !== EVENT_ID.ALIAS) depth++;
    if (depth === 1) isValue = false;
  }
  return places;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
