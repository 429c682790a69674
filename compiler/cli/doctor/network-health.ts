// The cluster of a project's hubs, and the registry of its images.

import type { Model } from "../../model/model.ts";
import type { Release } from "../../model/release.ts";
import { askServer } from "../../node/ask-server.ts";
import { registryPlace } from "../../node/registry-client.ts";
import type { ParsedArguments } from "../arguments.ts";
import { contextFor, objectsOf } from "../cluster-connection.ts";
import { CannotRun, type Io } from "../io.ts";
import type { Health } from "./programs-health.ts";

/** The kubeconfig's context, held against the providers of the hubs; and with `--network` the cluster itself. */
export async function clusterHealth(
  releases: readonly Release[],
  parsed: ParsedArguments,
  io: Io,
): Promise<readonly Health[]> {
  const providers = [...new Map(releases.map((release) => [release.provider.name, release])).values()];
  try {
    const chosen = await contextFor(providers.slice(0, 1), parsed, io);
    const context: Health = {
      name: "context",
      state: "fine",
      text: `${chosen.context.name}, ${chosen.context.server}`,
    };
    if (!parsed.switches.has("network")) return [context];
    return [context, await answerHealth(chosen)];
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    const isNone = error.message.startsWith("There is no kubeconfig");
    const advice = "hubc deploy and hubc status need one; checking and building do not";
    return [{ name: "context", state: isNone ? "absent" : "wrong", text: error.message, advice }];
  }
}

async function answerHealth(chosen: Parameters<typeof objectsOf>[0]): Promise<Health> {
  const objects = await objectsOf(chosen, { answer: 10, release: 10 });
  try {
    await objects.get({ apiVersion: "v1", kind: "Namespace", namespace: undefined, name: "default" });
    return { name: "cluster", state: "fine", text: "it answers" };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return {
      name: "cluster",
      state: "wrong",
      text,
      advice: "sign in to the cloud, and look whether kubectl get nodes works",
    };
  }
}

/** The project's registry, which is asked whether it is one; being asked to sign in is an answer. */
export async function registryHealth({ project, images }: Model, network: boolean): Promise<readonly Health[]> {
  const registry = project.registry?.value;
  if (registry === undefined) {
    const builds = images.some(({ prebuilt }) => prebuilt === undefined);
    return builds
      ? [
          {
            name: "registry",
            state: "absent",
            text: "the project names none",
            advice: "images stay on the machine that builds them",
          },
        ]
      : [];
  }
  const { host, origin } = registryPlace(registry);
  if (!network) return [{ name: "registry", state: "fine", text: `${registry}, not asked without --network` }];
  const answer = await askServer({ method: "GET", url: new URL("/v2/", origin), headers: {} });
  if ("problem" in answer) return [{ name: "registry", state: "wrong", text: `${host}: ${answer.problem}` }];
  if (answer.status === 200 || answer.status === 401)
    return [{ name: "registry", state: "fine", text: `${registry}, ${host} answers` }];
  return [
    { name: "registry", state: "wrong", text: `${host} answers with the status ${answer.status}, as no registry does` },
  ];
}
