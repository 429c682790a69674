// Containers beside every server, as KubeSpawner takes them (kubespawner 7.0, `extra_containers`).

import type { HubContainer } from "../../model/hub-container.ts";
import type { Release } from "../../model/model.ts";
import { withOrigin, type YamlData } from "../../output/yaml-tree.ts";
import { homeInPod } from "./home-storage.ts";
import { containerResources } from "./own-pods.ts";
import { from } from "./release-context.ts";

/** `singleuser.extraContainers`; undefined where there are none. `home`: where servers have the person's home. */
export function containers(release: Release, home: string): YamlData {
  const { containers } = release;
  return containers.length === 0 ? undefined : containers.map((one) => containerOf(one, release, home));
}

function containerOf(one: HubContainer, release: Release, home: string): YamlData {
  const { name, image, command, ports, user, environment, span } = one;
  return withOrigin(
    {
      name,
      image: from(image),
      command: command.length > 0 ? command.map((word) => from(word, literal(word.value))) : undefined,
      args: one.arguments.length > 0 ? one.arguments.map((word) => from(word, literal(word.value))) : undefined,
      ports: ports.length > 0 ? ports.map((port) => ({ containerPort: from(port) })) : undefined,
      env:
        environment.length > 0
          ? environment.map(({ name, value }) => ({ name, value: from(value, literal(value.value)) }))
          : undefined,
      resources: containerResources(one),
      securityContext: user && { runAsUser: from(user) },
      volumeMounts: one.home.value
        ? [withOrigin({ ...homeInPod(release), mountPath: home }, one.home.span)]
        : undefined,
    },
    span,
  );
}

/** Texts of containers are templates to KubeSpawner: a brace that is meant is doubled (kubespawner 7.0, templates.md). */
function literal(text: string): string {
  return text.replace(/[{}]/g, "$&$&");
}
