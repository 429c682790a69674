// Objects that the chart makes for some values and not for others, beside its pods' own: what comes and goes with a change of values.
// Source: zero-to-jupyterhub-k8s 4.4.0: jupyterhub/templates/proxy/autohttps/, proxy/service.yaml, scheduling/priorityclass.yaml,
// scheduling/user-placeholder/priorityclass.yaml, image-puller/priorityclass.yaml and singleuser/secret.yaml.

import { hasAutohttps } from "./chart-restarts.ts";
import { isMap, type JsonMap, valueAt } from "./json-schema.ts";

interface ChartObjects {
  /** The beginning of a sentence. */
  readonly words: string;
  /** Are there several? */
  readonly several?: boolean;
  readonly isMade: (values: JsonMap) => boolean;
}

const groups: readonly ChartObjects[] = [
  {
    words: "Traefik, which ends HTTPS (Deployment `autohttps`, its account, rights and settings, Service `proxy-http`)",
    isMade: hasAutohttps,
  },
  {
    words:
      "The priority classes `default-priority`, `user-placeholder-priority` and `image-puller-priority` of the release",
    several: true,
    isMade: (values) => valueAt(values, "scheduling.podPriority.enabled") === true,
  },
  {
    words: "The Secret `singleuser`, which holds files of servers,",
    isMade: (values) => {
      const files = valueAt(values, "singleuser.extraFiles");
      return isMap(files) && Object.keys(files).length > 0;
    },
  },
];

/** What only one of two values of the chart makes, a sentence each. */
export function chartObjectChanges(before: JsonMap, after: JsonMap): readonly string[] {
  return groups.flatMap(({ words, isMade, several = false }) => {
    const [was, is] = [isMade(before), isMade(after)];
    return was === is ? [] : [`${words} ${several ? "are" : "is"} ${is ? "new" : "gone"}.`];
  });
}
