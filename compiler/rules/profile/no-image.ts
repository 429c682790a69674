import { everyServer } from "../../model/server.ts";
import { defineRule } from "../rule.ts";

/** Every profile has an image. */
export const profileWithoutImage = defineRule<{ profile: string; hub: string }>({
  code: "profile/no-image",
  title: "A profile without an image",
  why: "A server is started from an image. A profile names its own, or has that of its hub.",
  message: ({ profile, hub }) =>
    `Profile \`${profile}\` names no image, and neither does hub \`${hub}\`: say \`image\` in one of them.`,
  judges: "parts",
  check: (model, report) => {
    for (const server of everyServer(model)) {
      if (server.of !== "profile" || server.image.value !== "") continue;
      report({ profile: server.name, hub: server.hub.value }, { span: server.span });
    }
  },
});
