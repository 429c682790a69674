// What a person chooses within a server, as options of its entry in KubeSpawner's profile list (kubespawner 7.0, `profile_options`):
// an image, by title or typed, and a size.

import { isLeftOut } from "../../model/left-out.ts";
import type { Image } from "../../model/model.ts";
import type { Release } from "../../model/release.ts";
import {
  type ChoiceForm,
  choosesImage,
  hasChoices,
  imageTitle,
  inSize,
  opensWith,
  type Server,
  type SizeChoice,
  type TypedForm,
} from "../../model/server.ts";
import { jupyterhubGroup } from "../../model/sign-in-group.ts";
import type { Sourced } from "../../model/sourced.ts";
import { attributeText, htmlText } from "../../output/xml.ts";
import { withOrigin, type YamlData } from "../../output/yaml-tree.ts";
import { amountTraits } from "./amount-traits.ts";
import { commandOf } from "./collaboration.ts";
import { homeMount } from "./home-storage.ts";
import { movedMounts } from "./hub-mounts.ts";
import { poolSelector } from "./pools.ts";
import { from, type ReleaseContext } from "./release-context.ts";
import { gpuLimit, pageOf, serverIds } from "./server-values.ts";
import { variableData } from "./server-variables.ts";
import { homeOf, sharedVolumeMounts } from "./shared-folders.ts";
import { serverMounts } from "./volumes.ts";

/** Absent where nothing is chosen. */
export function profileOptions(server: Server, context: ReleaseContext): YamlData {
  if (!hasChoices(server)) return undefined;
  const { image, size } = optionKeys(server);
  return { [image]: imageOption(server, context), [size]: sizeOption(server, context) };
}

/** The keys of its options. */
export function optionKeys({ choices: { forms } }: Server): { readonly image: string; readonly size: string } {
  return { image: forms.image.key?.value ?? "image", size: forms.size.key?.value ?? "size" };
}

function imageOption(server: Server, context: ReleaseContext): YamlData {
  const { images, anyImage, anyRepository, forms } = server.choices;
  if (!choosesImage(server.choices)) return undefined;
  return {
    display_name: titleOf(forms.image, "Image"),
    dynamic_image_building: anyRepository.value ? from(anyRepository, { enabled: true }) : undefined,
    choices: Object.fromEntries(
      images.map((one, i) => [slugOf(one.value, context), imageChoice(server, { image: one, at: i }, context)]),
    ),
    unlisted_choice: anyImage.value ? from(anyImage, typedOption(forms.typed)) : undefined,
  };
}

function slugOf(image: string, { images }: ReleaseContext): string {
  return images.get(image)?.image.slug?.value ?? image;
}

function titleOf({ title }: ChoiceForm, usual: string): YamlData {
  return title === undefined ? usual : from(title, htmlText(title.value));
}

function descriptionOf(description: Sourced<string> | undefined): YamlData {
  return description && from(description, htmlText(description.value.trim()));
}

function typedOption({ title, description, pattern, message }: TypedForm): Record<string, YamlData> {
  return {
    ...typedImage,
    display_name: title === undefined ? typedImage.display_name : from(title, htmlText(title.value)),
    // The name that the usual title has among the choices is for that title alone.
    display_name_in_choices: title === undefined ? typedImage.display_name_in_choices : undefined,
    description: descriptionOf(description),
    validation_regex: pattern === undefined ? typedImage.validation_regex : from(pattern),
    validation_message: message === undefined ? messageFor(pattern) : from(message, attributeText(message.value)),
  };
}

/** What is said of another form than the usual one only who asks for it knows. */
function messageFor(pattern: Sourced<string> | undefined): YamlData {
  return pattern === undefined ? typedImage.validation_message : undefined;
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
      description: descriptionOf(pulled?.image.description),
      default: at === 0 ? true : undefined,
      kubespawner_override: {
        image: pulled && `${pulled.name}:${pulled.tag}`,
        default_url: pageOfImage(server, pulled?.image),
        ...(at === 0 ? {} : otherThanUsual({ ...server, image }, server, context)),
      },
    },
    image.span,
  );
}

/** Where it is another than the server's. */
function pageOfImage(server: Server, image: Image | undefined): YamlData {
  const opens = opensWith(server, image);
  const page = pageOf(opens.value);
  return page === pageOf(server.openWith.value) ? undefined : from(opens, page);
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
    volume_mounts: moved && { [homeMount(release)]: { mountPath: home }, ...movedMounts(release, home), ...moved },
  };
}

/** For whom it is, as others than hubc's Python read it in the list. */
export function allowedGroups(release: Release, groups: readonly Sourced<string>[]): YamlData {
  if (groups.length === 0 || !isLeftOut(release, "choice-rules")) return undefined;
  return groups.map((one) => from(one, jupyterhubGroup(release, one.value)));
}

function sizeOption(server: Server, context: ReleaseContext): YamlData {
  const { sizes, forms } = server.choices;
  if (sizes.length === 0) return undefined;
  const choices = sizes.map((size) => [size.name, sizeChoice(size, server, context)]);
  return { display_name: titleOf(forms.size, "Size"), choices: Object.fromEntries(choices) };
}

/** Does a size say where it runs? Then each does, and not the server: labels of both would be added to one another. */
export function hasPoolsOfSizes({ choices }: Server): boolean {
  return choices.sizes.some(({ pool }) => pool !== undefined);
}

function sizeChoice(size: SizeChoice, server: Server, context: ReleaseContext): YamlData {
  const { title, description, isDefault, span, environment } = size;
  const { release } = context;
  return withOrigin(
    {
      display_name: from(title, htmlText(title.value)),
      description: descriptionOf(description),
      default: isDefault ? true : undefined,
      allowed_groups: allowedGroups(release, size.groups),
      kubespawner_override: {
        ...amountTraits(size),
        extra_resource_limits: gpuLimit(size),
        environment: environment.length > 0 ? variableData(environment, context) : undefined,
        node_selector: hasPoolsOfSizes(server) ? poolSelector(release, inSize(server, size)) : undefined,
      },
    },
    span,
  );
}
