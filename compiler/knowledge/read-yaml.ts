// Reads YAML, by js-yaml, and holds objects against Kubernetes' definitions. Import this lazily: most programs bring no YAML, and should not
// wait for its reader.

import {
  constructFromEvents,
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  YAML11_SCHEMA,
  YAMLException,
} from "js-yaml";
import { controlCharacters } from "../text/control-characters.ts";
import { limits } from "../text/limits.ts";
import type { ReadYaml, YamlDocument } from "../text/yaml-document.ts";
import { objectProblems } from "./kubernetes-objects.ts";

export const readYaml: ReadYaml = (text) => {
  const [control] = controlCharacters(text);
  if (control !== undefined) {
    const line = text.slice(0, control.start).split(/\r\n|\r|\n/).length;
    return { problem: { reason: `\`${control.name}\` is ${control.what}, which YAML may not hold`, line } };
  }
  try {
    const events = parseEvents(text, {});
    const values = constructFromEvents(events, { source: text, schema: YAML11_SCHEMA });
    if (comesToMore(values))
      return {
        problem: { reason: `with its aliases filled in it comes to more than ${limits.yamlParts} parts`, line: 1 },
      };
    const places = documentsIn(events, text);
    return {
      documents: values.map((value, i) => ({
        value: value ?? undefined,
        ...(places[i] ?? { line: 1, metadata: undefined }),
        placeOf: (path) => keyPlaces(events, text)[i]?.get(JSON.stringify(path)),
        problemsOf: objectProblems,
      })),
    };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { problem: { reason: error.reason, line: (error.mark?.line ?? 0) + 1 } };
  }
};

/** Do values come to more parts than are read? What stands for an alias counts wherever the alias stands, and a circle never ends. */
function comesToMore(values: readonly unknown[]): boolean {
  const waiting: unknown[] = [...values];
  for (let parts = 0; waiting.length > 0; parts++) {
    if (parts > limits.yamlParts) return true;
    const value = waiting.pop();
    if (typeof value === "object" && value !== null) for (const inner of Object.values(value)) waiting.push(inner);
  }
  return false;
}

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

interface Frame {
  readonly path: readonly (string | number)[];
  readonly isList: boolean;
  /** The next item's number, or the key whose value comes next. */
  next: number | string | undefined;
}

/** For each document, where each key and each item of a list is, by the path as JSON. */
function keyPlaces(events: readonly Event[], text: string): Map<string, { start: number; end: number }>[] {
  const documents: Map<string, { start: number; end: number }>[] = [];
  const frames: Frame[] = [];
  for (const event of events) {
    if (event.type === EVENT_ID.DOCUMENT) {
      documents.push(new Map());
      frames.push({ path: [], isList: false, next: undefined });
      continue;
    }
    if (event.type === EVENT_ID.POP) {
      frames.pop();
      continue;
    }
    const frame = frames.at(-1);
    const isRoot = frames.length === 1;
    if (frame !== undefined && !isRoot && !frame.isList && frame.next === undefined) {
      if (event.type !== EVENT_ID.SCALAR) continue;
      frame.next = getScalarValue(text, event);
      const place = { start: event.valueStart, end: event.valueEnd };
      documents.at(-1)?.set(JSON.stringify([...frame.path, frame.next]), place);
      continue;
    }
    const path = frame === undefined || isRoot ? [] : [...frame.path, frame.next ?? ""];
    if (frame !== undefined && !isRoot) frame.next = frame.isList ? Number(frame.next) + 1 : undefined;
    if (frame?.isList && event.type === EVENT_ID.SCALAR)
      documents.at(-1)?.set(JSON.stringify(path), { start: event.valueStart, end: event.valueEnd });
    if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) {
      if (frame?.isList) documents.at(-1)?.set(JSON.stringify(path), { start: event.start, end: event.start + 1 });
      const isList = event.type === EVENT_ID.SEQUENCE;
      frames.push({ path, isList, next: isList ? 0 : undefined });
    }
  }
  return documents;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
