import { serversOn } from "../../model/server.ts";
import { defineRule } from "../rule.ts";

/** Where people may ask for an image from a repository, something of the project's own builds it. */
export const nothingBuilds = defineRule({
  code: "profile/nothing-builds",
  title: "Nothing would build the images that people ask for",
  why: "The chart's own hub can't offer to build an image: jupyterhub-fancy-profiles in the hub's image shows the field, and BinderHub beside the hub builds. Where an umbrella chart, or an image of the hub's own, brings them, hubc trusts that it does.",
  message: () =>
    "`any-repository` has no effect on the chart's own hub: say `hub-image`, one with jupyterhub-fancy-profiles, or the `umbrella` chart that brings it.",
  judges: "parts",
  each: "releases",
  check: (release, report) => {
    if (release.umbrella !== undefined || release.hubImage !== undefined) return;
    const spans = new Set(
      serversOn(release).flatMap(({ choices: { anyRepository } }) => (anyRepository.value ? [anyRepository.span] : [])),
    );
    for (const span of spans) report({}, { span });
  },
});
