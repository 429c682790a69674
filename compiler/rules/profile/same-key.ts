import { defineDiagnostic, diagnose, type Report } from "../../diagnostics/diagnostic.ts";
import { everyServer } from "../../model/every-server.ts";
import type { Model } from "../../model/model.ts";
import { choosesImage } from "../../model/servers-on-hub.ts";
import type { Rule } from "../rule.ts";

const definition = defineDiagnostic<{ key: string }>({
  code: "profile/same-key",
  severity: "error",
  title: "Two choices under one key",
  why: "KubeSpawner keeps the choices of a server by their keys: of an image and a size under one key, one would be lost.",
  message: ({ key }) =>
    `The image and the size of this server are both chosen under the key \`${key}\`: give one another.`,
});

/** An image and a size are chosen under keys of their own. */
export const sameChoiceKey: Rule = {
  judges: "parts",
  diagnostics: [definition],
  check: checkKeys,
};

function checkKeys(model: Model, report: Report): void {
  for (const { choices } of everyServer(model)) {
    const { image, size } = choices.forms;
    const [key, other] = [image.key?.value ?? "image", size.key?.value ?? "size"];
    const said = image.key ?? size.key;
    if (key !== other || said === undefined || choices.sizes.length === 0 || !choosesImage(choices)) continue;
    report(diagnose(definition, { key }, { span: said.span }));
  }
}
