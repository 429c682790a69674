// What a setting need not do, and why: by its way from the declaration, as the test of every setting names it.

/** Settings that change no output and no finding. One of them that changes any is to be taken off. */
export const changesNothing: Readonly<Record<string, string>> = {
  "project/projects": "which folders are read is decided before there is a program: node/find-project.ts",
  "project/docs": "where messages lead; their texts are the same",
  "hub/moved/from": "allows what a plan refuses: test/plan/refused-changes.test.ts",
  "hub/moved/to": "allows what a plan refuses: test/plan/refused-changes.test.ts",
  "policy provider/message": "is said where the policy is broken, which is an error",
  "machine/price-date": "is told by `hubc capacity`",
};

type Reasons = readonly (readonly [ways: RegExp, reason: string])[];

/** Settings whose values of the chart are led back to others. */
export const explainedByOthers: Reasons = [
  [/^project\/registry$/, "stands before the names of images"],
  [/^project\/area\/from /, "is the same block as a group's `from`, which is named"],
  [/^image\/(?:title|description|slug|open-with)$/, "stands in the list of profiles, where many say something"],
  [/^course\/(?:collaboration|during\/peak)$/, "follows from them: the files and the placeholders are named by others"],
  [
    /^hub\/(?:image|any-image|any-repository|outside-terms|leave-out)$/,
    "decides which servers there are, and what hubc adds",
  ],
  [/^hub\/profile\/for$/, "is kept where courses and groups are, in `custom.hubc`"],
  [/^hub\/umbrella\/key$/, "is the path before every value"],
  [/^hub\/templates\/(?:folder|assets)$/, "is in a list beside the mounts of others"],
];

/** Settings of hubs that an import does not write. */
export const notImported: Reasons = [
  [/^hub\/provider$/, "clusters are read from the layout of a repository, and not from values"],
  [/^hub\/outside-terms$/, "lies in `custom.hubc`, which only hubc writes"],
  [
    /^hub\/auth [\w-]+\/(?:allow|allow\/groups|organizations)$/,
    "who may enter lies in `custom.hubc`, which only hubc writes",
  ],
  [/^hub\/auth (?:google\/groups-admin|cilogon\/(?:login-service|idps|idp\/default))$/, "stays in `config`"],
  [/^hub\/secrets \w+\/fixed-keys$/, "keys are told by what is secret in values, not by `hub.existingSecret`"],
  [
    /^hub\/profile\/|^hub\/(?:any-image|gpu)$/,
    "lists of profiles that hubc wrote are lists of courses with Python of its own",
  ],
  [/^hub\/cull\/enabled$/, "is written `cull = none`"],
  [/^hub\/templates\//, "containers that fetch templates, and their files, stay values"],
  [/^hub\/(?:file\/key|volume\/in|mount\/admins)$/, "becomes a block with other words, or stays a value"],
  [/^hub\/network\/allow-outgoing$/, "is written as a block `reach`"],
  [/^hub\/monitoring\/authenticate$/, "stays in `config`"],
  [/^hub\/https\/secret$/, "is one of several ways, of which the first is written"],
  [/^hub\/spare\/some$/, "is counted by servers of the hub, where a number of pods is written"],
];

/** Settings of whose change a plan says no more than what starts anew. */
export const notPlanned: Reasons = [
  [/^provider \w+\/pool\/label$/, "where servers run is told by the pool's name"],
  [/^storage nfs\/options$/, "changes a volume that nobody can change in place: compiler/plan/immutable-fields.ts"],
  [/^storage memory\/size$/, "nothing persists"],
  [/^image\/(?:title|description|slug)$/, "is told to those who choose"],
  [/^hub\/profile\/(?:description|slug)$/, "is told to those who choose"],
  [/^course\/(?:any-image|image-choice|size-choice)\//, "is how a form asks"],
  [/^course\/size\/(?:title|description)$/, "is how a form asks"],
  [/^group\/hub$/, "which hubs a group is on is told by what it may there"],
];
