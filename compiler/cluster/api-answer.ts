// What an API server answers, as data: the object, or its refusal as it says it (meta/v1 Status, Kubernetes 1.34).

import { isList, isMap, type Json, type JsonMap } from "../knowledge/json-schema.ts";

export interface ApiRefusal {
  /** Of HTTP. */
  readonly code: number;
  /** In Kubernetes' words: `Forbidden`, `Conflict`, `Invalid`; empty where it says none. */
  readonly reason: string;
  readonly message: string;
  readonly causes: readonly { readonly reason: string; readonly message: string; readonly field: string }[];
}

export type ApiAnswer =
  | { readonly kind: "ok"; readonly body: JsonMap }
  | { readonly kind: "refused"; readonly refusal: ApiRefusal }
  /** No answer: the words of the network. */
  | { readonly kind: "unreachable"; readonly reason: string }
  /** No answer within so many seconds. */
  | { readonly kind: "too-slow"; readonly seconds: number };

/** Reads what came with a code of HTTP that is none of success. */
export function readRefusal(code: number, body: Json | undefined): ApiRefusal {
  const text = (value: Json | undefined) => (typeof value === "string" ? value : "");
  if (!isMap(body)) return { code, reason: "", message: "", causes: [] };
  const { details } = body;
  const causes = isMap(details) && isList(details["causes"]) ? details["causes"] : [];
  return {
    code,
    reason: text(body["reason"]),
    message: text(body["message"]),
    causes: causes.filter(isMap).map((cause) => ({
      reason: text(cause["reason"]),
      message: text(cause["message"]),
      field: text(cause["field"]),
    })),
  };
}

/** A field that another manager holds. */
export interface OwnedField {
  readonly manager: string;
  /** `.spec.schedule`. */
  readonly field: string;
}

/** The fields over which an apply is refused; empty where it is refused for something else. */
export function ownedFields({ causes }: ApiRefusal): readonly OwnedField[] {
  return causes.flatMap(({ reason, message, field }) => {
    if (reason !== "FieldManagerConflict") return [];
    const [, manager] = /^conflict with "([^"]*)"/.exec(message) ?? [];
    return [{ manager: manager ?? "another", field }];
  });
}
