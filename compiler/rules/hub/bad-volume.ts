import type { HubVolume } from "../../model/hub-parts.ts";
import { isDnsLabel } from "../../text/dns-label.ts";
import type { Span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

/** A volume is what Kubernetes takes, and what it is written to be. */
export const badVolume = defineRule<{ name: string; why: string }>({
  code: "hub/bad-volume",
  title: "A volume that can't be as it is written",
  why: "Kubernetes refuses a pod with a volume whose name it does not take, or whose claim it can't find: no server, or no hub, would start. Room of 0 bytes has no limit for it (1.34, `emptyDir.sizeLimit`).",
  message: ({ name, why }) => `The volume \`${name}\` can't be as it is written: ${why}.`,
  judges: "parts",
  each: "releases",
  check: ({ volumes }, report) => {
    for (const volume of volumes)
      for (const { why, span } of mistakesIn(volume)) report({ name: volume.name, why }, { span });
  },
});

function* mistakesIn(volume: HubVolume): Generator<{ readonly why: string; readonly span: Span }> {
  const { name, holds, folder, in: place, span } = volume;
  if (!isDnsLabel(`volume-${name}`))
    yield { why: "its name has 1 to 56 lower-case letters, digits and `-`, and ends with a letter or a digit", span };
  if ("size" in holds && holds.size.value === 0)
    yield { why: "room of 0 bytes has no limit: say how much, or `unlimited`", span: holds.size.span };
  if (place.value !== "hub") return;
  for (const text of [...("name" in holds ? [holds.name] : []), ...(folder ? [folder] : [])])
    if (text.value.includes("{username}"))
      yield { why: "in the hub's own pod `{username}` stands for nobody", span: text.span };
}
