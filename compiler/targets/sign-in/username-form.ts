import {
  type DiagnosticDefinition,
  defineDiagnostic,
  diagnose,
  offerFix,
  type Report,
} from "../../diagnostics/diagnostic.ts";
import type { FinalSignIn } from "../../model/final-sign-in.ts";
import { type NameForm, namedPeople } from "./usernames.ts";

export const usernameForm: DiagnosticDefinition<{ name: string; form: string }> = defineDiagnostic({
  code: "hub/username-form",
  title: "A username in another form than sign-in gives",
  why: "JupyterHub compares names letter by letter: `ada` and `ada@example.edu` are two people, and a right given to one is never the other's. A name as it is shown, such as `Ada Lovelace`, is nobody's username.",
  message: ({ name, form }: { name: string; form: string }) => `\`${name}\` can't be a username here: ${form}.`,
});

export function checkNames(final: FinalSignIn, form: NameForm, report: Report): void {
  for (const { name } of namedPeople(final)) {
    const { variant } = final.release.auth;
    const several = severalNames(name.value, variant);
    if (several.length > 1) {
      const list = several.map((one) => `"${one}"`).join(", ");
      const fixes = [offerFix(`Write \`${list}\``, name.span, list)];
      const form = "these are several names in one text, and each stands in quotes of its own";
      report(diagnose(usernameForm, { name: name.value, form }, { span: name.span, fixes }));
      continue;
    }
    const complaint = complaintOf(variant, form, name.value);
    if (complaint === undefined) continue;
    const [local = "", domain = ""] = name.value.split("@");
    const plain = form.stripped.includes(domain) ? local : undefined;
    const fixes = plain === undefined ? [] : [offerFix(`Write "${plain}"`, name.span, `"${plain}"`)];
    report(diagnose(usernameForm, { name: name.value, form: complaint }, { span: name.span, fixes }));
  }
}

/** Names that people choose or that a wiki gives may hold blanks (MediaWiki's are compared with `_` for them). */
const blanksAreFine: ReadonlySet<string> = new Set(["dummy", "mediawiki", "shared-password"]);

/** The names of `oski, ann` and `oski and ann`. What a wiki calls people may hold a comma. */
function severalNames(text: string, variant: string): readonly string[] {
  if (variant === "mediawiki") return [];
  const names = text.split(/\s*[,;]\s*(?:and\s+)?|\s+(?:and|&)\s+/).filter((name) => name !== "");
  return names.every((name) => /^[\w.@+-]+$/.test(name)) ? names : [];
}

/** What is wrong with a name's form; other domains than the dropped ones keep theirs. */
function complaintOf(variant: string, form: NameForm, name: string): string | undefined {
  if (/\s/.test(name) && !blanksAreFine.has(variant))
    return "no username of this sign-in has a blank, so this is a name as it is shown";
  if (name.includes("/")) return "JupyterHub takes no username with a `/`";
  const { addresses, stripped, characters } = form;
  if (addresses === "either") return undefined;
  const isAddress = name.includes("@");
  if (!addresses) {
    if (isAddress) return "this sign-in gives names without `@`";
    return characters === undefined || characters.pattern.test(name) ? undefined : `${characters.words}`;
  }
  const domain = name.slice(name.lastIndexOf("@") + 1);
  if (isAddress) return stripped.includes(domain) ? `this sign-in drops \`@${domain}\`` : undefined;
  return stripped.length > 0 ? undefined : "this sign-in gives whole addresses, with `@`";
}
