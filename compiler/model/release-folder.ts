// Where outputs of hubs and their stages lie, below the output folder; and back: for which hub and stage an output is.

/** A hub and its stage; of what belongs to a hub and none of its stages, there is no stage of that name. */
export interface HubAndStage {
  readonly hub: string;
  readonly stage: string;
}

/** `hubs/<hub>`. */
export function hubFolder(hub: string): string {
  return `hubs/${hub}`;
}

/** `hubs/<hub>/<stage>`. */
export function releaseFolder({ hub, stage }: HubAndStage): string {
  return `${hubFolder(hub)}/${stage}`;
}

/** For which hub and stage an output is; undefined where it is for the whole program. */
export function hubAndStageOf(path: string): HubAndStage | undefined {
  const [, hub, stage] = /^hubs\/([^/]+)\/([^/]+)/.exec(path) ?? [];
  return hub === undefined || stage === undefined ? undefined : { hub, stage };
}
