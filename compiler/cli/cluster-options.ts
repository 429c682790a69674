// The options of the commands that ask a cluster.

import type { OptionSpec } from "./command.ts";

export const clusterOptions: readonly OptionSpec[] = [
  { name: "context", value: "NAME", doc: "The context of the kubeconfig. Its current one, unless given." },
  {
    name: "kubeconfig",
    value: "FILE",
    doc: "The kubeconfig. KUBECONFIG or ~/.kube/config, unless given.",
  },
  {
    name: "timeout",
    value: "DURATION",
    doc: "How long a release may take to come up, such as 45m. 30m, unless given.",
  },
];
