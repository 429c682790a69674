// From the options of a command to the cluster that it asks.

import type { Release } from "../model/release.ts";
import type { ChosenContext } from "../node/kube-context.ts";
import type { KubeObjects } from "../node/kube-objects.ts";
import type { ParsedArguments } from "./arguments.ts";
import { CannotRun, type Io } from "./io.ts";

/** Seconds. */
export interface Patience {
  /** For one answer. */
  readonly answer: number;
  /** For a release to come up. */
  readonly release: number;
}

/** @throws CannotRun where it is no duration. */
export function patienceOf({ values }: ParsedArguments): Patience {
  const written = values.get("timeout");
  if (written === undefined) return { answer: 30, release: 1800 };
  const [, number, unit] = /^([1-9]\d{0,5})(s|m|min|h)$/.exec(written) ?? [];
  if (number === undefined)
    throw new CannotRun(`--timeout ${JSON.stringify(written)}: a duration is written 90s, 45m or 1h.`);
  const seconds = Number(number) * (unit === "s" ? 1 : unit === "h" ? 3600 : 60);
  return { answer: Math.min(30, seconds), release: seconds };
}

/** The context that was asked for. @throws CannotRun where there is none, or where it is not that of a release's provider. */
export async function contextFor(
  releases: readonly Release[],
  parsed: ParsedArguments,
  io: Io,
): Promise<ChosenContext> {
  const [{ chooseContext }, { wrongContext }] = await Promise.all([
    import("../node/kube-context.ts"),
    import("../cluster/expected-context.ts"),
  ]);
  const chosen = chooseContext({
    file: parsed.values.get("kubeconfig"),
    context: parsed.values.get("context"),
    environment: io.env,
  });
  if ("problem" in chosen) throw new CannotRun(chosen.problem);
  for (const { provider } of releases) {
    const problem = wrongContext(chosen.context, provider);
    if (problem !== undefined) throw new CannotRun(problem);
  }
  return chosen;
}

/** Objects of the context's cluster. */
export async function objectsOf(chosen: ChosenContext, patience: Patience): Promise<KubeObjects> {
  const [{ kubeApi }, { kubeObjects }] = await Promise.all([
    import("../node/kube-api.ts"),
    import("../node/kube-objects.ts"),
  ]);
  return kubeObjects(kubeApi(chosen, patience.answer));
}

/** What the cluster failed at becomes what the command says. */
export async function orCannotRun<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && error.name === "ClusterFailure") throw new CannotRun(error.message);
    throw error;
  }
}
