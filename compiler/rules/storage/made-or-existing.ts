import { filestoreTiers } from "../../knowledge/filestore-tiers.ts";
import { lookUp } from "../../text/look-up.ts";
import { defineRule } from "../rule.ts";

/** A Filestore instance is either there, or made. */
export const madeOrExisting = defineRule({
  code: "storage/made-or-existing",
  title: "An instance that exists and is to be made",
  why: "`server` and `share` name an instance that exists; `tier` makes a new one. With both, nothing says which of the two holds the homes.",
  message: () => "`tier` makes a new instance, and `server` names one that exists: keep one of the two.",
  each: "storages",
  check: ({ settings }, report) => {
    const tier = settings["tier"];
    const other = settings["server"] ?? settings["share"];
    if (tier === undefined || other === undefined || lookUp(filestoreTiers, tier.value) === undefined) return;
    report({}, { span: tier.span, related: [{ span: other.span, message: "The one that exists." }] });
  },
});
