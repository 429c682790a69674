// Which files of a folder are the values of a hub, and what is said of those that only look so.

import { expect, it } from "vitest";
import { findHubs } from "../../compiler/audit/layouts.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";

function foundIn(texts: Readonly<Record<string, string>>) {
  const files = new Map(Object.entries(texts).map(([path, text]) => [path, createSourceFile(path, text)]));
  const { hubs, skipped } = findHubs({ paths: [...files.keys()], read: (path) => files.get(path) });
  return {
    hubs: hubs.map(({ name }) => name),
    skipped: skipped.map(({ path, why }) => `${path}: ${why.slice(0, 16)}`),
  };
}

const hub = "hub:\n  image: {name: a/b, tag: '1'}\nsingleuser:\n  cpu: {limit: 1}\n";

it("takes each file with values of the chart for a hub", () => {
  expect(foundIn({ "one.yaml": hub, "two.yml": "jupyterhub:\n  proxy: {https: {enabled: true}}\n" })).toEqual({
    hubs: ["one", "two"],
    skipped: [],
  });
});

it.each([
  [
    "a schema of values",
    "$schema: https://json-schema.org/x\ntype: object\nproperties:\n  hub: {type: object}\n  proxy: {type: object, properties: {service: {}}}\n",
  ],
  [
    "services of Docker Compose",
    "version: '3'\nservices:\n  hub:\n    build: .\n    ports: ['80:8000']\n  proxy: {image: 'traefik:2'}\n",
  ],
  ["another chart whose image is a text", "hub:\n  image: example/hub:v3\n  port: 80\n"],
  ["tasks of Ansible", "- name: add\n  vars:\n    hub:\n      config: {}\n"],
])("takes no hub from %s", (_name, text) => {
  expect(foundIn({ "file.yaml": text })).toEqual({ hubs: [], skipped: [] });
});

it("says what is a template, and what has another name", () => {
  const filled = "hub: {}\nsingleuser:\n  image:\n    name: {{ image }}\n    tag: {{ tag }}\n";
  expect(foundIn({ "hub.yaml": filled, "hub.yaml.j2": filled, "hub.yaml.example": hub })).toEqual({
    hubs: [],
    skipped: ["hub.yaml: it is a template", "hub.yaml.j2: it is a template", "hub.yaml.example: its name does no"],
  });
  // Braces in a text are what programs and people write there.
  const text = `${hub}  extraEnv: {A: "{{ b }}"}\n  extraFiles: {m: {mountPath: /m, stringData: "{% if x %}"}}\n`;
  expect(foundIn({ "hub.yaml": text })).toEqual({ hubs: ["hub"], skipped: [] });
});
