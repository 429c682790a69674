// What a person chooses within a server, as options of its entry in KubeSpawner's profile list (kubespawner 7.0, `profile_options`):
// an image, by title or typed, and a size.

import { isLeftOut } from "../../model/left-out.ts";
import type { Server, SizeChoice } from "../../model/model.ts";
import { hasChoices, imageTitle } from "../../model/servers-on-hub.ts";
import type { Sourced } from "../../model/sourced.ts";
import { htmlText } from "../../output/html-text.ts";
import { withOrigin, type YamlData } from "../../output/yaml-tree.ts";
import { amountTraits } from "./amount-traits.ts";
import { commandOf } from "./collaboration.ts";
import { homeMount } from "./home-storage.ts";
import { poolSelector } from "./pools.ts";
import { from, type ReleaseContext } from "./release-context.ts";
import { serverIds } from "./server-ids.ts";
import { serverMounts } from "./server-mounts.ts";
import { homeOf, sharedVolumeMounts } from "./shared-folders.ts";

/** Absent where nothing is chosen. */
export function profileOptions(server: Server, context: ReleaseContext): YamlData {
  if (!hasChoices(server)) return undefined;
  return { image: imageOption(server, context), size: sizeOption(server, context) };
}

function imageOption(server: Server, context: ReleaseContext): YamlData {
  const { images, anyImage } = server.choices;
  if (images.length < 2 && !anyImage.value) return undefined;
  return {
    display_name: "Image",
    choices: Object.fromEntries(
      images.map((one, i) => [one.value, imageChoice(server, { image: one, at: i }, context)]),
    ),
    unlisted_choice: anyImage.value ? from(anyImage, { ...typedImage }) : undefined,
  };
}

/** What a person types is checked by the browser, by KubeSpawner and by the hub's own Python. */
const typedImage = {
  enabled: true,
  display_name: "Name of the image",
  display_name_in_choices: "Another image",
  validation_regex: "^[^\\s:@]+(?::[0-9]+/[^\\s:@]+)?[:@][^\\s@/]+$",
  validation_message: "The name of an image with its tag, such as quay.io/jupyter/scipy-notebook:2026-01-05",
  kubespawner_override: { image: "{value}" },
} as const;

function imageChoice(
  server: Server,
  { image, at }: { readonly image: Sourced<string>; readonly at: number },
  context: ReleaseContext,
): YamlData {
  const pulled = context.images.get(image.value);
  const title = pulled === undefined ? image.value : imageTitle(pulled.image);
  return withOrigin(
    {
      display_name: htmlText(title),
      default: at === 0 ? true : undefined,
      kubespawner_override: {
        image: pulled && `${pulled.name}:${pulled.tag}`,
        ...(at === 0 ? {} : otherThanUsual({ ...server, image }, server, context)),
      },
    },
    image.span,
  );
}

/** What of a server follows from its image, where that is not as with the usual one. */
function otherThanUsual(server: Server, usual: Server, context: ReleaseContext): Record<string, YamlData> {
  const { release, images } = context;
  const [own, before] = [images.get(server.image.value), images.get(usual.image.value)];
  const [ids, usualIds] = [serverIds(own), serverIds(before)];
  const home = homeOf(release, own);
  const moved =
    home === homeOf(release, before) ? undefined : sharedVolumeMounts(serverMounts(context, server), release);
  return {
    cmd: own && commandOf(server, own),
    uid: isLeftOut(release, "server-ids") || ids.uid === usualIds.uid ? undefined : ids.uid,
    fs_gid: isLeftOut(release, "server-ids") || ids.gid === usualIds.gid ? undefined : ids.gid,
    volume_mounts: moved && { [homeMount(release)]: { mountPath: home }, ...moved },
  };
}

function sizeOption(server: Server, context: ReleaseContext): YamlData {
  const { sizes } = server.choices;
  if (sizes.length === 0) return undefined;
  const choices = sizes.map((size) => [size.name, sizeChoice(size, context)]);
  return { display_name: "Size", choices: Object.fromEntries(choices) };
}

function sizeChoice(size: SizeChoice, { release }: ReleaseContext): YamlData {
  const { title, isDefault, span, pool } = size;
  return withOrigin(
    {
      display_name: from(title, htmlText(title.value)),
      default: isDefault ? true : undefined,
      kubespawner_override: {
        ...amountTraits(size),
        node_selector: pool && poolSelector(release, size),
      },
    },
    span,
  );
}
