// What a build would do to what an earlier one deployed, and must not do in silence. Given by `hubc build` where the output folder holds an
// earlier build, and by `hubc plan`. Each can be allowed with a reason where it is found; `moved` of a hub says that work was moved, and
// `hubc build --moved` lets one build pass.

import { defineDiagnostic } from "../diagnostics/diagnostic.ts";
import { capital, movedWords } from "./fact-words.ts";
import { nowhere } from "./home-place.ts";

export const immutableField = defineDiagnostic<{ object: string; field: string; was: string; way: string }>({
  code: "plan/immutable-field",
  title: "A change that Kubernetes refuses",
  why: "Some fields can't be changed on an object that exists: where a volume has its files, which class a claim is of, the parameters of a class. The API server refuses such a change in the middle of a deploy. A storage under another name gets a volume and a claim of its own; the work is copied there before people are sent to it. Where the old objects were deleted by hand, `moved` in the hub says so, or `hubc build --moved` writes the change once.",
  message: ({ object, field, was, way }) =>
    `Kubernetes refuses this change of ${object}, which an earlier build made: \`${field}\` was ${was}. ${way}`,
});

export const homesElsewhere = defineDiagnostic<{ release: string; was: string; is: string }>({
  code: "plan/homes-elsewhere",
  title: "People would find an empty home",
  why: "Where the homes come from another claim or another folder than before, everybody's server starts with an empty home, and the work lies where nobody looks. `storage memory` has no place at all: what people save is gone when their server stops. Copy the homes to the new place first, while nobody works, and say so by `moved` in the hub, or once by `hubc build --moved`.",
  message: (place) =>
    place.is === nowhere
      ? `The homes of ${place.release} would last no longer than a server, and came from \`${place.was}\`: people would find an empty home, and what they save in it is gone when their server stops. Copy what is to be kept first, then say ${movedWords(place)} in the hub.`
      : `The homes of ${place.release} would come from \`${place.is}\`, and came from \`${place.was}\`: people would find an empty home. Copy the homes first, then say ${movedWords(place)} in the hub.`,
});

export const folderElsewhere = defineDiagnostic<{ what: string; release: string; was: string; is: string }>({
  code: "plan/folder-elsewhere",
  title: "A shared folder would be empty",
  why: "A folder of a course, a mount of a hub, an exchange or a workspace keeps what people put there. Where it comes from another place than before, they find an empty one, and their work lies where nobody looks. Copy it first, and say so by `moved` in the hub.",
  message: (place) =>
    `${capital(place.what)} on ${place.release} would be \`${place.is}\`, and was \`${place.was}\`: people would find it empty. Copy what is in it first, then say ${movedWords(place)} in the hub.`,
});

export const otherRelease = defineDiagnostic<{ what: string; release: string; was: string; is: string }>({
  code: "plan/other-release",
  title: "A second hub would be made beside the first",
  why: "The namespace, the name of helm's release and the cluster are how a deployment finds the hub that runs. With another one, a new hub is made, with a database and claims of its own that are empty, and the old one goes on beside it. `namespace` and `release` of a hub or a stage keep names that exist. Where the hub was moved, say so by `moved`.",
  message: (place) =>
    `${capital(place.what)} of ${place.release} would be \`${place.is}\`, and was \`${place.was}\`: a second hub would be made beside the one that runs, with a database and claims of its own. Keep the name or, where the hub was moved, say ${movedWords(place)} in the hub.`,
});

export const namesDiffer = defineDiagnostic<{ release: string; was: string; is: string }>({
  code: "plan/names-differ",
  title: "People would come back under other names",
  why: "A home, a place in a group and a right belong to a name, letter by letter. Where sign-in gives names in another form, everybody comes back as somebody new, with an empty home. Keep the form, or rename homes and people first and say so by `moved` in the hub.",
  message: (place) =>
    `People's names on ${place.release} would be ${place.is}, and were ${place.was}: everybody would come back as somebody new, with an empty home. Keep the form of names or, once homes are renamed, say ${movedWords(place)} in the hub.`,
});

export const databaseElsewhere = defineDiagnostic<{ release: string; field: string; was: string; is: string }>({
  code: "plan/database-elsewhere",
  title: "The hub would forget what it knows",
  why: "The hub's database holds who was added on the admin page, tokens, who shared what, and which servers run. In another database, none of it is there; and the claim that holds one can neither change its class nor shrink. Copy the database while the hub is stopped, and say so by `moved` in the hub.",
  message: (place) =>
    `The database of ${place.release} can't follow: \`${place.field}\` would be \`${place.is}\`, and was \`${place.was}\`. Keep it or, where the database was copied and its claim made anew, say ${movedWords(place)} in the hub.`,
});
