// Extracts the strict schemas that the outputs for providers are tested with from the projects' own: which fields there are, of which
// type, and nothing of what is said about them. Each source is a file that was fetched before:
//
//   node scripts/provider-schemas.mjs eksctl SCHEMA.json > test/fixtures/schemas/eksctl.json
//   node scripts/provider-schemas.mjs config-connector CRD.yaml… > test/fixtures/schemas/config-connector.json
//   node scripts/provider-schemas.mjs aks MODELS.d.ts MODELS.js > test/fixtures/schemas/aks.json
//
// SCHEMA.json is pkg/apis/eksctl.io/v1alpha5/assets/schema.json of eksctl-io/eksctl; the CRDs are config/crds/resources/ of
// GoogleCloudPlatform/k8s-config-connector; the models are dist/esm/models/ of the npm package @azure/arm-containerservice.
// SOURCE_NOTE, in the environment, says which version of it, and its licence.
import { readFileSync } from "node:fs";
import { loadAll } from "js-yaml";

const kept = [
  "type",
  "enum",
  "const",
  "required",
  "items",
  "properties",
  "additionalProperties",
  "$ref",
  "oneOf",
  "anyOf",
  "allOf",
  "not",
];
const extractors = { eksctl, "config-connector": configConnector, aks };

const [which = "", ...paths] = process.argv.slice(2);
const extract = extractors[which];
const note = process.env["SOURCE_NOTE"];
if (extract === undefined || paths.length === 0 || note === undefined) {
  console.error("usage: SOURCE_NOTE=… node scripts/provider-schemas.mjs eksctl|config-connector|aks FILE…");
  process.exit(2);
}
const definitions = extract(paths.map((path) => readFileSync(path, "utf8")));
const lines = Object.entries(definitions).map(
  ([name, schema]) => `  ${JSON.stringify(name)}: ${JSON.stringify(schema)}`,
);
console.log(`{\n "$comment": ${JSON.stringify(note)},\n "definitions": {\n${lines.join(",\n")}\n }\n}`);

function eksctl([text]) {
  const all = JSON.parse(text).definitions;
  return Object.fromEntries(reachable("ClusterConfig", all).map((name) => [name, bare(all[name])]));
}

/** A schema without its words. */
function bare(schema) {
  if (Array.isArray(schema)) return schema.map(bare);
  if (typeof schema !== "object" || schema === null) return schema;
  const entries = Object.entries(schema).filter(([key]) => kept.includes(key));
  return Object.fromEntries(
    entries.map(([key, value]) => [
      key,
      key === "properties"
        ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, bare(one)]))
        : bare(value),
    ]),
  );
}

/** Definitions that others name, the first included. */
function reachable(first, all) {
  const found = new Set([first]);
  for (const name of found) {
    for (const [, next] of JSON.stringify(all[name]).matchAll(/"#\/definitions\/([^"]+)"/g)) found.add(next);
  }
  return [...found].sort();
}

function configConnector(texts) {
  const definitions = texts
    .flatMap((text) => loadAll(text))
    .map((crd) => {
      const version = crd.spec.versions.find(({ name }) => name === "v1beta1");
      const { status, ...properties } = version.schema.openAPIV3Schema.properties;
      return [crd.spec.names.kind, closed(bare({ ...version.schema.openAPIV3Schema, properties }))];
    });
  return Object.fromEntries(definitions);
}

/** The API server drops fields that a definition does not name: here they are errors. */
function closed(schema) {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== "object" || schema === null) return schema;
  const inner = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => {
      if (key === "properties")
        return [key, Object.fromEntries(Object.entries(value).map(([name, one]) => [name, closed(one)]))];
      return [key, ["items", "additionalProperties"].includes(key) ? closed(value) : value];
    }),
  );
  return inner.properties && inner.additionalProperties === undefined
    ? { ...inner, additionalProperties: false }
    : inner;
}

/** The client's models, under the names that go over the wire. */
function aks([declarations, code]) {
  const interfaces = new Map();
  const plain = declarations.replace(/\/\*\*[\s\S]*?\*\//g, "");
  for (const [, name, parent, body] of plain.matchAll(
    /^export interface (\w+) (?:extends (\w+) )?\{\n([\s\S]*?)^\}/gm,
  )) {
    const fields = [...body.matchAll(/^ {4}(readonly )?(\w+)(\??): ([^;]+);$/gm)];
    interfaces.set(name, {
      parent,
      own: fields.filter(([, readonly]) => !readonly).map(([, , field, optional, type]) => ({ field, optional, type })),
    });
  }
  const enums = new Map();
  for (const [, name, body] of plain.matchAll(/^export declare enum Known(\w+) \{\n([\s\S]*?)^\}/gm)) {
    enums.set(
      name,
      [...body.matchAll(/= "([^"]*)"/g)].map(([, value]) => value),
    );
  }
  const definitions = {};
  const add = (name) => {
    if (definitions[name] !== undefined) return;
    const { parent } = interfaces.get(name);
    const fields = [...(interfaces.get(parent)?.own ?? []), ...interfaces.get(name).own];
    const wire = new Map([...(parent ? wireNames(parent, code) : []), ...wireNames(name, code)]);
    definitions[name] = { type: "object", additionalProperties: false, properties: {} };
    for (const { field, type } of fields) definitions[name].properties[wire.get(field) ?? field] = typeSchema(type);
    const required = fields.filter(({ optional }) => optional === "").map(({ field }) => wire.get(field) ?? field);
    if (required.length > 0) definitions[name].required = required;
  };
  const typeSchema = (type) => {
    const list = /^(.+)\[\]$/.exec(type);
    if (list) return { type: "array", items: typeSchema(list[1]) };
    const map = /^Record<string, (.+)>$/.exec(type);
    if (map) return { type: "object", additionalProperties: typeSchema(map[1]) };
    if (["string", "number", "boolean"].includes(type)) return { type };
    if (enums.has(type)) return { type: "string", enum: enums.get(type) };
    if (!interfaces.has(type)) return { type: "string" };
    add(type);
    return { $ref: `#/definitions/${type}` };
  };
  for (const root of ["ManagedClusterProperties", "ManagedClusterAgentPoolProfileProperties"]) add(root);
  return definitions;
}

function wireNames(name, code) {
  const start = `function ${name[0].toLowerCase()}${name.slice(1)}Serializer(`;
  const from = code.indexOf(start);
  const body = from < 0 ? "" : code.slice(from, code.indexOf("\n}", from));
  return new Map([...body.matchAll(/^ {8}(\w+): !?\(?item\["(\w+)"\]/gm)].map(([, wire, field]) => [field, wire]));
}
