// The hub as a tool of the learning management system: the JSON that Canvas's page for a developer key takes, a file for each stage.

import { hubHost } from "../../model/hub-address.ts";
import type { CourseHub } from "../../model/model.ts";
import { jsonFile, type OutputFile } from "../../output/output-file.ts";
import type { Span } from "../../text/span.ts";
import { isOldLti, type LinkLists } from "./hub-link.ts";

/**
 * `courses/<course>/lms/canvas-<stage>.json`, where the course is in Canvas and its hub signs people in by LTI 1.3. It is what the hub itself
 * would serve at `/hub/lti13/config` (ltiauthenticator 1.6.3, handlers.py), without the scopes, which a sign-in does not need.
 */
export function lmsFiles({ course, hubs }: LinkLists): OutputFile[] {
  const { lms } = course;
  if (lms === undefined) return [];
  return hubs
    .filter(({ auth }) => auth?.variant === "lti" && !isOldLti(auth))
    .map((hub) => toolFile(`courses/${course.name}/lms/canvas-${hub.stage}.json`, course.title.value, hub, lms.span));
}

function toolFile(path: string, title: string, hub: CourseHub, origin: Span): OutputFile {
  const target = hub.url;
  const placement = { message_type: "LtiResourceLinkRequest", target_link_uri: target };
  const platform = "canvas.instructure.com";
  const tool = {
    title: hub.forPeople.value ? title : `${title} (${hub.stage})`,
    description: `Opens ${hubHost(hub)}, where the course's work is done.`,
    target_link_uri: target,
    oidc_initiation_url: `${target}/hub/lti13/oauth_login`,
    scopes: [],
    custom_fields: { email: "$Person.email.primary", lms_user_id: "$User.id" },
    extensions: [
      {
        platform,
        // Without it Canvas sends no address, and people become opaque ids with new homes.
        privacy_level: "public",
        settings: {
          platform,
          placements: [
            { placement: "course_navigation", windowTarget: "_blank", ...placement },
            { placement: "assignment_selection", ...placement },
          ],
        },
      },
    ],
  };
  return jsonFile(path, tool, origin);
}
