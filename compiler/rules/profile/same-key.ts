import { choosesImage, everyServer } from "../../model/server.ts";
import { defineRule } from "../rule.ts";

/** An image and a size are chosen under keys of their own. */
export const sameChoiceKey = defineRule<{ key: string }>({
  code: "profile/same-key",
  title: "Two choices under one key",
  why: "KubeSpawner keeps the choices of a server by their keys: of an image and a size under one key, one would be lost.",
  message: ({ key }) =>
    `The image and the size of this server are both chosen under the key \`${key}\`: give one another.`,
  judges: "parts",
  check: (model, report) => {
    for (const { choices } of everyServer(model)) {
      const { image, size } = choices.forms;
      const [key, other] = [image.key?.value ?? "image", size.key?.value ?? "size"];
      const said = image.key ?? size.key;
      if (key !== other || said === undefined || choices.sizes.length === 0 || !choosesImage(choices)) continue;
      report({ key }, { span: said.span });
    }
  },
});
