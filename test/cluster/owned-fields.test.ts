// What hubc has set of an object, taken from what the server notes of managers (structured-merge-diff's forms, as Kubernetes 1.34 writes them).

import { expect, test } from "vitest";
import { ownedBody } from "../../compiler/cluster/owned-fields.ts";
import type { JsonMap } from "../../compiler/knowledge/json-schema.ts";

const live: JsonMap = {
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: {
    name: "spare",
    namespace: "n",
    uid: "1",
    labels: { own: "1", theirs: "2" },
    managedFields: [
      {
        manager: "hubc",
        operation: "Apply",
        fieldsV1: {
          "f:metadata": { "f:labels": { "f:own": {} } },
          "f:spec": {
            "f:replicas": {},
            "f:template": {
              "f:spec": {
                "f:containers": { 'k:{"name":"a"}': { ".": {}, "f:name": {}, "f:image": {} } },
                "f:finalizers": { 'v:"x"': {} },
                "f:nodeSelector": {},
              },
            },
          },
        },
      },
      { manager: "kubectl-client-side-apply", fieldsV1: { "f:spec": { "f:paused": {} } } },
      { manager: "hubc", subresource: "status", fieldsV1: { "f:status": { "f:replicas": {} } } },
      { manager: "kubectl-edit", fieldsV1: { "f:metadata": { "f:labels": { "f:theirs": {} } } } },
    ],
  },
  spec: {
    replicas: 2,
    paused: false,
    strategy: { type: "RollingUpdate" },
    template: {
      spec: {
        containers: [
          { name: "a", image: "i", imagePullPolicy: "Always" },
          { name: "side", image: "s" },
        ],
        finalizers: ["w", "x"],
        nodeSelector: { pool: "users" },
      },
    },
  },
  status: { replicas: 2 },
};

test("fields of the managers, whole where nothing below is named, items by their keys, and nothing of others", () => {
  expect(ownedBody(live, ["hubc"])).toEqual({
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "spare", namespace: "n", labels: { own: "1" } },
    spec: {
      replicas: 2,
      template: {
        spec: { containers: [{ name: "a", image: "i" }], finalizers: ["x"], nodeSelector: { pool: "users" } },
      },
    },
  });
  expect(ownedBody(live, ["hubc", "kubectl-client-side-apply"])["spec"]).toMatchObject({ replicas: 2, paused: false });
});

test("of an object that they have not touched, its name alone", () => {
  expect(ownedBody(live, ["helm"])).toEqual({
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "spare", namespace: "n" },
  });
});
