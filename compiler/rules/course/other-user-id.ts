import { baseImage } from "../../knowledge/base-images.ts";
import type { Image } from "../../model/model.ts";
import { everyServer, imagesOfServer, type Server } from "../../model/server.ts";
import type { Sourced } from "../../model/sourced.ts";
import { defineRule, type ReportOf } from "../rule.ts";

interface Parameters {
  readonly image: string;
  readonly user: number;
  readonly other: string;
  readonly otherUser: number;
  readonly hub: string;
}

/** Servers that share homes run as one user. Where the base isn't known, nothing is said. */
export const otherUserId = defineRule<Parameters>({
  code: "course/other-user-id",
  title: "Images on one hub that run as different users",
  why: "A person has one home on a hub, whatever course they start. Files that a server writes as one user can't be changed by a server that runs as another, so work done in one course would be read-only in the next. Build the images on bases with one user id, or put the courses on two hubs.",
  message: ({ image, user, other, otherUser, hub }) =>
    `Servers with \`${image}\` run as user ${user}, those with \`${other}\` as user ${otherUser}, and on hub \`${hub}\` they share each person's home: neither could change the other's files.`,
  judges: "parts",
  check: (model, report) => {
    const servers = everyServer(model);
    const users = new Map(model.images.map((image) => [image.name, userIn(image)]));
    const kept = model.releases.filter(({ homes }) => homes.variant !== "memory");
    for (const hub of new Set(kept.map((release) => release.hub))) {
      checkUsers(
        hub,
        usersOf(
          servers.filter((server) => server.hub.value === hub),
          users,
        ),
        report,
      );
    }
  },
});

/** The users that servers run as, each with the first image that makes it so. */
function usersOf(
  servers: readonly Server[],
  byImage: ReadonlyMap<string, number | undefined>,
): ReadonlyMap<number, Sourced<string>> {
  const users = new Map<number, Sourced<string>>();
  for (const server of servers) {
    for (const image of imagesOfServer(server)) {
      const user = byImage.get(image.value);
      if (user !== undefined && !users.has(user)) users.set(user, image);
    }
  }
  return users;
}

/** Reports the first image of each other user. */
function checkUsers(hub: string, users: ReadonlyMap<number, Sourced<string>>, report: ReportOf<Parameters>): void {
  const [first, ...others] = [...users];
  if (first === undefined) return;
  const [otherUser, usual] = first;
  for (const [user, image] of others) {
    const parameters = { image: image.value, user, other: usual.value, otherUser, hub };
    const related = [{ span: usual.span, message: `\`${usual.value}\` is used here.` }];
    report(parameters, { span: image.span, related });
  }
}

function userIn({ base: said, prebuilt }: Image): number | undefined {
  const base = baseImage(said?.value ?? prebuilt?.value ?? "");
  return base.known ? base.ids.uid : undefined;
}
