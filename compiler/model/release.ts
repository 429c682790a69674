// One stage of a hub as it is deployed: what rules and targets read of it.

import type { Chart } from "../knowledge/charts/charts.ts";
import type { JsonMap } from "../knowledge/json-schema.ts";
import type { ManifestText } from "../schema/values/manifest-text.ts";
import type { Moved } from "./build-hub-parts.ts";
import type { OwnValue } from "./chart-leaf.ts";
import type { HubContainer } from "./hub-container.ts";
import type {
  HubDatabase,
  HubFile,
  HubImage,
  HubMount,
  HubRole,
  HubService,
  HubTemplates,
  HubVolume,
  PodSize,
  RoleScopes,
  Umbrella,
} from "./hub-parts.ts";
import type { Addition } from "./left-out.ts";
import type { Auth, Course, CourseHub, CourseWindow, Declared, Storage } from "./model.ts";
import type { OwnCode } from "./own-python.ts";
import type { Admitted, Monitoring } from "./peers.ts";
import type { Provider } from "./provider.ts";
import type { HubServer, Server, Variable } from "./server.ts";
import type { Sourced } from "./sourced.ts";
import type { Backup, Budget, Cull, Https, Ingress, NodePorts, Outgoing, Secrets } from "./upkeep.ts";

/** One stage of a hub, everything resolved. Its name, `<hub>-<stage>`, is what messages, pages and CI call it. */
export interface Release extends Declared, CourseHub {
  /** What its values are written for. */
  readonly chart: Chart;
  /** Where it is deployed: every object that it has in a namespace is in this one. */
  readonly namespace: string;
  /** As helm calls it. */
  readonly releaseName: string;
  /** Where the program says the two. */
  readonly named: { readonly namespace: Sourced<string> | undefined; readonly release: Sourced<string> | undefined };
  /** The chart that is deployed, where it is not the JupyterHub chart itself. */
  readonly umbrella: Umbrella | undefined;
  /** Its folder below the output folder: `hubs/<hub>/<stage>`. */
  readonly folder: string;
  readonly provider: Provider;
  readonly homes: Storage;
  /** Every storage that its servers mount, the homes first. */
  readonly storages: readonly Storage[];
  /** Prefix of everything stored on shared storage: empty where people are, else `_<stage>/`. */
  readonly pathPrefix: string;
  readonly admins: readonly Sourced<string>[];
  readonly auth: Auth;
  readonly choose: Sourced<string> | undefined;
  readonly cull: Cull | undefined;
  readonly startTimeout: Sourced<number> | undefined;
  /** Infinite where there is no limit. */
  readonly namedServers: Sourced<number> | undefined;
  /** What its own pods are guaranteed and may use. */
  readonly pods: readonly PodSize[];
  readonly userScheduler: Sourced<boolean> | undefined;
  readonly podPriority: Sourced<boolean> | undefined;
  readonly concurrentStarts: Sourced<number> | undefined;
  /** The hub, its proxy and its servers log at debug level. */
  readonly debug: Sourced<boolean> | undefined;
  readonly https: Https | undefined;
  readonly ingress: Ingress | undefined;
  /** The ports by which a machine's own cluster reaches it; undefined behind an ingress, and where there are load balancers. */
  readonly ports: NodePorts | undefined;
  readonly spare: readonly { readonly pool: string; readonly count: Sourced<number> }[];
  readonly announcement: Sourced<string> | undefined;
  /** Origins of the sites that may show the hub in a frame; empty where none may. */
  readonly frameAncestors: readonly Sourced<string>[];
  readonly environment: readonly Variable[];
  readonly files: readonly HubFile[];
  readonly mounts: readonly HubMount[];
  readonly volumes: readonly HubVolume[];
  /** What hubc adds to a hub unasked, and this one goes without. */
  readonly leftOut: readonly Sourced<Addition>[];
  /** Paths of the chart's values that hubc does not write here. */
  readonly leftOutValues: readonly Sourced<string>[];
  /** What runs beside every server. */
  readonly containers: readonly HubContainer[];
  readonly services: readonly HubService[];
  readonly roles: readonly HubRole[];
  readonly templates: HubTemplates | undefined;
  /** The image of the hub itself, in place of the chart's. */
  readonly hubImage: Sourced<HubImage> | undefined;
  /** When images are pulled ahead; undefined for the chart's way. */
  readonly prePull: readonly Sourced<"on-deploy" | "on-new-nodes">[] | undefined;
  readonly database: HubDatabase | undefined;
  readonly moved: readonly Moved[];
  readonly roleScopes: RoleScopes;
  /** Values of the chart that the program sets itself, in the order in which they are merged onto what hubc writes. */
  readonly ownValues: readonly OwnValue[];
  /** The same as one map. A list that is added to holds what is added. */
  readonly ownTree: JsonMap;
  /** What code among them sets, in the order in which the hub runs it. */
  readonly ownCode: OwnCode;
  /** Paths of the chart at which nothing is known, since a value of its own there has an error. */
  readonly ownOpen: readonly (readonly string[])[];
  readonly ownManifests: readonly Sourced<ManifestText>[];
  /** Name of the Kubernetes Secret that holds the release's secrets. */
  readonly secretName: string;
  readonly secrets: Secrets;
  readonly outgoing: Outgoing | undefined;
  readonly admitted: Admitted;
  readonly monitoring: Monitoring | undefined;
  readonly backup: Backup | undefined;
  readonly budget: Budget | undefined;
  /** Courses that run on it at the date, in order of name; if none applies, those that ended last, without staff. */
  readonly courses: readonly Course[];
  /** Servers that are there always, in order of the program: those of its profiles, else its own where it has an image. */
  readonly permanent: readonly Server[];
  /** What the hub says of servers. */
  readonly hubServer: HubServer;
  /** It has courses, and none applies at the date. */
  readonly outsideTerms: boolean;
  /** Beginnings of account names that the hub keeps for shared accounts, beside those that every hub has. */
  readonly accountPrefixes: readonly Sourced<string>[];
  /** The hub says that only its admins start servers while none applies. */
  readonly adminsOutside: boolean;
  /** So it is at the date. */
  readonly adminsOnly: boolean;
  /** Who gets which course is decided for each person: by its roster, or by their own choice where it has none. */
  readonly byCourse: boolean;
  /** Sign-in decides who is in some of the groups, so JupyterHub replaces a person's groups at each sign-in. */
  readonly managedGroups: boolean;
  /** JupyterHub keeps what sign-in gave, encrypted, to ask again who is in a group. The hub then needs a lasting crypt key. */
  readonly authState: boolean;
  /** Windows that change this hub in this stage, with their dates. */
  readonly windows: readonly CourseWindow[];
}
