// How a job of GitHub's comes to a cluster: by the identity of the run, which the cloud trusts, and no key that is kept; where there is no
// cloud, by a kubeconfig that is a secret of the environment.
// Sources: the READMEs and action.yml of the actions, at the commits of knowledge/pinned-actions.ts.

import type { Provider } from "../../model/provider.ts";
import { shellQuote } from "../../output/shell-script.ts";
import type { YamlData } from "../../output/yaml-tree.ts";
import { action, literal, run } from "./github-steps.ts";

export interface ClusterAccess {
  readonly steps: readonly YamlData[];
  readonly permissions: Readonly<Record<string, string>>;
  /** Names that the environment has to give: variables, which may be read, and secrets. */
  readonly variables: readonly string[];
  readonly secrets: readonly string[];
}

/** Steps after which kubectl and helm speak to the provider's cluster. */
export function clusterAccess(provider: Provider): ClusterAccess {
  const setting = (key: string) => literal(provider.settings[key]?.value ?? "");
  const identity = { permissions: { "id-token": "write" }, secrets: [] };
  switch (provider.variant) {
    case "gke":
      return {
        ...identity,
        variables: cloudVariables.google,
        steps: [
          ...cloudSignIn("google"),
          action("gke-credentials", {
            with: {
              cluster_name: setting("cluster"),
              location: setting("region") || setting("zone"),
              project_id: setting("project"),
            },
          }),
        ],
      };
    case "aks":
      return {
        ...identity,
        variables: cloudVariables.azure,
        steps: [
          ...cloudSignIn("azure", { subscription: setting("subscription") }),
          action("aks-context", {
            with: { "resource-group": setting("resource-group"), "cluster-name": setting("cluster") },
          }),
        ],
      };
    case "eks":
      return {
        ...identity,
        variables: cloudVariables.amazon,
        steps: [
          ...cloudSignIn("amazon", { region: setting("region") }),
          run("Learn of the cluster", [
            `aws eks update-kubeconfig --name ${word(provider, "cluster")} --region ${word(provider, "region")}`,
          ]),
        ],
      };
    default:
      return {
        permissions: {},
        variables: [],
        secrets: ["KUBECONFIG"],
        steps: [
          run("Learn of the cluster", kubeconfigLines(provider), { env: { CLUSTER: "${{ secrets.KUBECONFIG }}" } }),
        ],
      };
  }
}

/** Variables that tell the cloud who the run is. None of them is a secret. */
export const cloudVariables = {
  google: ["GCP_WORKLOAD_IDENTITY_PROVIDER", "GCP_SERVICE_ACCOUNT"],
  azure: ["AZURE_CLIENT_ID", "AZURE_TENANT_ID", "AZURE_SUBSCRIPTION_ID"],
  amazon: ["AWS_ROLE"],
} as const;

/** Signs in to a cloud. Values are texts as GitHub is to read them. */
export function cloudSignIn(
  cloud: keyof typeof cloudVariables,
  { subscription, region }: { readonly subscription?: string; readonly region?: string | undefined } = {},
): YamlData[] {
  if (cloud === "google")
    return [
      action("google-auth", {
        with: {
          workload_identity_provider: "${{ vars.GCP_WORKLOAD_IDENTITY_PROVIDER }}",
          service_account: "${{ vars.GCP_SERVICE_ACCOUNT }}",
        },
      }),
    ];
  if (cloud === "azure")
    return [
      action("azure-login", {
        with: {
          "client-id": "${{ vars.AZURE_CLIENT_ID }}",
          "tenant-id": "${{ vars.AZURE_TENANT_ID }}",
          "subscription-id": subscription ?? "${{ vars.AZURE_SUBSCRIPTION_ID }}",
        },
      }),
    ];
  return [action("aws-credentials", { with: { "role-to-assume": "${{ vars.AWS_ROLE }}", "aws-region": region } })];
}

function word(provider: Provider, key: string): string {
  return shellQuote(provider.settings[key]?.value ?? "");
}

function kubeconfigLines(provider: Provider): string[] {
  const context = provider.settings["context"];
  return [
    "umask 077",
    `printf '%s\\n' "$CLUSTER" > "$RUNNER_TEMP/kubeconfig"`,
    'echo "KUBECONFIG=$RUNNER_TEMP/kubeconfig" >> "$GITHUB_ENV"',
    ...(context
      ? [`kubectl --kubeconfig "$RUNNER_TEMP/kubeconfig" config use-context ${word(provider, "context")}`]
      : []),
  ];
}
