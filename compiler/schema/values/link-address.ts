// Where a link leads: a page, or somebody's mailbox.

import { badText } from "../schema-diagnostics.ts";
import type { ValueType } from "../value-type.ts";
import { meantUrl } from "./meant-value.ts";
import { isUrl, quote, textType } from "./scalars.ts";

/** One mailbox by RFC 6068; no subject and no body, which would need escapes of their own. */
const mailbox = /^[A-Za-z0-9._%+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}$/;

const what =
  "a URL, which begins with `https://` or `http://` and names a host, or an e-mail address with `mailto:` before it";

const address = textType({
  name: "url or mailto",
  expected: 'a text with a URL or an e-mail address, such as `"https://example.edu"` or `"mailto:help@example.edu"`',
  what,
  accepts: (value) => isUrl(value) || (value.startsWith("mailto:") && mailbox.test(value.slice("mailto:".length))),
  meant: meantUrl,
});

/** A page, or an e-mail address behind `mailto:`. */
export const linkAddress: ValueType<string> = {
  ...address,
  read: (node, reader) => {
    const [only, ...others] = node.kind === "text" ? node.parts : [];
    if (typeof only !== "string" || others.length > 0 || !mailbox.test(only)) return address.read(node, reader);
    const fixes = [reader.fix("Write `mailto:` before it", node, quote(`mailto:${only}`))];
    return reader.say(badText, { found: `\`${only}\``, expected: what }, node, { fixes });
  },
};
