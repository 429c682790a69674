import { defineDiagnostic } from "../diagnostics/diagnostic.ts";

export const ownHubSetting = defineDiagnostic<{ setting: "apps" | "base-url" }>({
  code: "hub/own-setting",
  severity: "error",
  title: "A setting of external hubs in one that is deployed from here",
  why: "`apps` and `base-url` tell what somebody else's hub is like. Of a hub of the program's own the images of its courses say what opens, and its `values` the path under which it answers.",
  message: ({ setting }) =>
    setting === "apps"
      ? "`apps` is for a hub with `external = true`: here the images of its courses say what servers open. Remove it."
      : '`base-url` is for a hub with `external = true`: here write `values { hub.baseUrl = "/jupyter/" }`.',
});
