// Makes compiler/knowledge/kubernetes-1.34.json anew: `node scripts/kubernetes-definitions.mjs DEFINITIONS.json`. DEFINITIONS.json holds
// `definitions` of the OpenAPI document of Kubernetes, whose repository has it as api/openapi-spec/swagger.json.
//
// A field's type is written in a few letters: `s` a text, `i` a whole number, `n` a number, `b` a truth, `o` any map, `*` anything, `p` a text or
// a whole number, `q` a quantity, `@NAME` another type; `[` before it is a list of them, `{` a map of them. `!` after the field's name: required.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const [source] = process.argv.slice(2);
if (source === undefined) throw new Error("usage: kubernetes-definitions.mjs DEFINITIONS.json");
const { definitions } = JSON.parse(readFileSync(source, "utf8"));
const short = (name) =>
  name.replace(
    /^io\.k8s\.(?:api|apimachinery\.pkg\.apis|apiextensions-apiserver\.pkg\.apis|kube-aggregator\.pkg\.apis)\./,
    "",
  );

const plain = { string: "s", integer: "i", number: "n", boolean: "b", object: "o" };
const whole = {
  "io.k8s.apimachinery.pkg.api.resource.Quantity": "q",
  "io.k8s.apimachinery.pkg.util.intstr.IntOrString": "p",
};
const types = {};
function typeOf({ $ref, type, items, additionalProperties, format }) {
  if ($ref !== undefined) return typeNamed($ref.replace("#/definitions/", ""));
  if (format === "int-or-string") return "p";
  if (type === "array") return `[${typeOf(items)}`;
  if (type === "object" && additionalProperties !== undefined) return `{${typeOf(additionalProperties)}`;
  return plain[type] ?? "*";
}
function typeNamed(name) {
  const definition = definitions[name];
  if (whole[name] !== undefined) return whole[name];
  if (definition === undefined) return "*";
  if (definition.properties === undefined) return typeOf(definition);
  if (types[short(name)] === undefined) {
    types[short(name)] = {};
    const required = new Set(definition.required ?? []);
    for (const [field, one] of Object.entries(definition.properties))
      types[short(name)][required.has(field) ? `${field}!` : field] = typeOf(one);
  }
  return `@${short(name)}`;
}

// Lists, and what only the API itself makes.
const notWritten = /^(?:.*List|DeleteOptions|WatchEvent|Status|API.*(?:Group|Versions))$/;
const kinds = {};
for (const [name, { "x-kubernetes-group-version-kind": all = [] }] of Object.entries(definitions))
  for (const { group, version, kind } of all)
    if (!notWritten.test(kind)) kinds[`${group}/${version}/${kind}`] = typeNamed(name).slice(1);
const data = {
  $comment:
    "The kinds of Kubernetes 1.34 with the fields of each, from its OpenAPI document (api/openapi-spec/swagger.json). Apache-2.0, Copyright The Kubernetes Authors. Made by scripts/kubernetes-definitions.mjs, which says how types are written.",
  kinds: Object.fromEntries(Object.entries(kinds).sort(([a], [b]) => (a < b ? -1 : 1))),
  types: Object.fromEntries(Object.entries(types).sort(([a], [b]) => (a < b ? -1 : 1))),
};
const path = fileURLToPath(new URL("../compiler/knowledge/kubernetes-1.34.json", import.meta.url));
const lines = Object.entries(data.types).map(
  ([name, fields]) => `    ${JSON.stringify(name)}: ${JSON.stringify(fields)}`,
);
writeFileSync(
  path,
  `{\n  "$comment": ${JSON.stringify(data.$comment)},\n  "kinds": ${JSON.stringify(data.kinds)},\n  "types": {\n${lines.join(",\n")}\n  }\n}\n`,
);
