import { authenticators } from "../../knowledge/authenticators.ts";
import { defineRule } from "../rule.ts";

/** The hub may look up the Google groups that it is asked about. */
export const googleAdministrator = defineRule<{ email: string; hub: string; domain: string }>({
  code: "group/google-administrator",
  title: "A Google group that the hub may not look up",
  why: "Google tells who is in a group only to a service account that may act as an administrator of the group's own domain. Without it every sign-in would fail, or the group stay empty.",
  message: ({ email, hub, domain }) =>
    `To ask who is in \`${email}\`, the sign-in of hub \`${hub}\` needs \`groups-admin\`, an administrator of \`${domain}\`, and \`groups-key\`.`,
  each: "groupSources",
  check: ({ source, release: { auth, hub } }, report) => {
    if (source.kind !== "google" || !authenticators[auth.variant]?.gives.includes("google")) return;
    const domain = domainOf(source.email.value);
    const administered = domainOf(String(auth.settings["groups-admin"]?.value ?? ""));
    if (administered === domain && auth.settings["groups-key"] !== undefined) return;
    const related = [{ span: auth.span, message: "People sign in like this." }];
    report({ email: source.email.value, hub, domain }, { span: source.email.span, related });
  },
});

function domainOf(email: string): string {
  return email.slice(email.indexOf("@") + 1).toLowerCase();
}
