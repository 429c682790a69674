import type { Storage } from "../../model/model.ts";
import { defineRule } from "../rule.ts";

/** Of the stages of a hub, one writes into the homes of people. */
export const stagesForPeople = defineRule<{ stage: string; first: string; storage: string }>({
  code: "hub/stages-for-people",
  title: "Two stages for people with the same homes",
  why: "What a stage for people stores lies at the storage's own paths, so that two of them would write into the same homes: a server of each can be open on the same files, and the same database. Let one of them be a trial, or give it `homes` of its own.",
  message: ({ stage, first, storage }) =>
    `Stage \`${stage}\` and stage \`${first}\` are both for people and keep their work in the same folders of \`${storage}\`: give \`${stage}\` \`homes\` of its own, or make it a trial.`,
  check: ({ releases }, report) => {
    for (const release of releases) {
      const { hub, stage, homes, forPeople } = release;
      const others = releases.filter(
        (release) =>
          release.hub === hub &&
          release.forPeople.value &&
          release.homes.name === homes.name &&
          release.stage !== stage,
      );
      // The one that is named so is the other's measure.
      const [first] = others.filter((release) => release.forPeople.how === "derived" || release.stage < stage);
      if (!forPeople.value || forPeople.how === "derived" || first === undefined || !isOneForAll(homes)) continue;
      const related = [{ span: first.forPeople.span, message: `Stage \`${first.stage}\` is for people, too.` }];
      const parameters = { stage, first: first.stage, storage: homes.name };
      report(parameters, { span: forPeople.span, related });
    }
  },
});

/** Volumes of each person's own and claims lie in the namespace of each stage. */
function isOneForAll({ variant }: Storage): boolean {
  return variant !== "dynamic" && variant !== "claim";
}
