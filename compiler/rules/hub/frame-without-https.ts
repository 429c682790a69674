import { defineRule } from "../rule.ts";

/** A hub that is shown in a frame is reached over https. */
export const frameWithoutHttps = defineRule<{ address: string }>({
  code: "hub/frame-without-https",
  title: "A hub in a frame whose address is not encrypted",
  why: "Browsers show no unencrypted page inside of an encrypted one, and send the cookies of sign-in into a frame of another site only over https. People would see an empty frame, or sign in again and again.",
  message: ({ address }) =>
    `The hub is at \`${address}\`, which is not encrypted: a site can show it in a frame only over https. Give it \`https\` or \`ingress\`.`,
  check: ({ releases }, report) => {
    const plain = releases.flatMap((release) => {
      const [first] = release.frameAncestors;
      const address = release.url;
      return first === undefined || address.startsWith("https:") ? [] : [{ ...first, address }];
    });
    for (const { span, address } of plain) report({ address }, { span });
  },
});
