// The shape of an ExternalSecret (external-secrets.io/v1, External Secrets 2.9) as far as hubc writes one; what is not listed here
// is refused, so that a field can't be misspelt.

const text = { type: "string", minLength: 1 } as const;
const closed = (properties: object, required: readonly string[]) =>
  ({ type: "object", properties, required, additionalProperties: false }) as const;

export const externalSecret = closed(
  {
    apiVersion: { const: "external-secrets.io/v1" },
    kind: { const: "ExternalSecret" },
    metadata: closed({ name: text, namespace: text, labels: { type: "object" } }, ["name", "namespace"]),
    spec: closed(
      {
        refreshInterval: { type: "string", pattern: "^\\d+(?:s|m|h)$" },
        refreshPolicy: { enum: ["CreatedOnce", "Periodic", "OnChange"] },
        secretStoreRef: closed({ name: text, kind: { enum: ["SecretStore", "ClusterSecretStore"] } }, ["name", "kind"]),
        target: closed(
          {
            name: text,
            creationPolicy: { enum: ["Owner", "Merge", "Orphan", "None"] },
            deletionPolicy: { enum: ["Delete", "Merge", "Retain"] },
          },
          ["name"],
        ),
        data: {
          type: "array",
          minItems: 1,
          items: closed(
            {
              secretKey: { type: "string", pattern: "^[-._a-zA-Z0-9]{1,253}$" },
              remoteRef: closed({ key: text, property: text, version: text }, ["key"]),
            },
            ["secretKey", "remoteRef"],
          ),
        },
      },
      ["secretStoreRef", "target", "data"],
    ),
  },
  ["apiVersion", "kind", "metadata", "spec"],
);
