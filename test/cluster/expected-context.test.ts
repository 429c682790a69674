import { expect, test } from "vitest";
import { wrongContext } from "../../compiler/cluster/expected-context.ts";
import type { Provider, ProviderVariant } from "../../compiler/model/provider.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";

const span = { file: createSourceFile("p.hub", ""), start: 0, end: 0 };

function provider(variant: ProviderVariant, settings: Record<string, string>): Provider {
  const sourced = Object.entries(settings).map(([key, value]) => [key, { value, span, steps: [] }]);
  return { variant, name: "campus", span, doc: undefined, settings: Object.fromEntries(sourced), pools: [] };
}

const gke = provider("gke", { project: "p-1", region: "us-central1", cluster: "fall" });
const eks = provider("eks", { account: "123456789012", region: "us-west-2", cluster: "hub" });
const aks = provider("aks", { "resource-group": "g", cluster: "hub", location: "westus2", subscription: "s" });
const ours = provider("kubernetes", { context: "campus" });
const k3s = provider("k3s", {});
const kind = provider("kind", {});

test.each([
  [gke, "gke_p-1_us-central1_fall", "gke_p-1_us-central1_fall"],
  [gke, "renamed", "gke_p-1_us-central1_fall"],
  [provider("gke", { project: "p-1", zone: "us-central1-b", cluster: "fall" }), "gke_p-1_us-central1-b_fall", "x"],
  [eks, "arn:aws:eks:us-west-2:123456789012:cluster/hub", "arn:aws:eks:us-west-2:123456789012:cluster/hub"],
  [eks, "oski@hub.us-west-2.eksctl.io", "hub.us-west-2.eksctl.io"],
  [aks, "hub", "hub"],
  [aks, "hub-admin", "hub"],
  [ours, "campus", "kubernetes"],
  [k3s, "default", "default"],
  [kind, "kind-campus", "kind-campus"],
])("%# a context of the provider's is taken", (one, name, cluster) => {
  expect(wrongContext({ name, cluster, server: "https://10.0.0.1" }, one)).toBeUndefined();
});

test.each([
  [gke, "gke_p-1_us-central1_fall-2", "gke_p-1_us-central1_fall-2"],
  [gke, "gke_p-2_us-central1_fall", "gke_p-2_us-central1_fall"],
  [gke, "gke_p-1xus-central1_fall", "other"],
  [eks, "arn:aws:eks:us-west-2:999999999999:cluster/hub", "x"],
  [eks, "hub", "hub"],
  [aks, "hub2", "hub2"],
  [ours, "Campus", "kubernetes"],
  [k3s, "gke_p-1_us-central1_fall", "gke_p-1_us-central1_fall"],
  [kind, "kind-other", "kind-other"],
])("%# another one is refused, and it is said which it should be", (one, name, cluster) => {
  const problem = wrongContext({ name, cluster, server: "https://10.0.0.1" }, one);
  expect(problem).toContain(`\`${name}\``);
  expect(problem).toContain("--context");
});
