import type { Storage } from "../../model/model.ts";
import type { Release } from "../../model/release.ts";
import { claimName } from "../../model/storage-claim.ts";
import { defineRule } from "../rule.ts";

/** A claim that somebody else makes is none that hubc makes. */
export const claimMadeHere = defineRule<{ claim: string; storage: string }>({
  code: "storage/claim-made-here",
  title: "A claim that somebody else makes, and that hubc makes",
  why: "hubc makes a claim of the storage's name for every other kind of shared storage. Two of one name in one namespace are one, so that the one would hide the other's files.",
  message: ({ claim, storage }) =>
    `hubc makes a claim \`${claim}\` for the storage \`${storage}\`: call one of the two something else, or use that storage.`,
  check: ({ releases }, report) => {
    const found = releases.flatMap((release) =>
      release.storages
        .filter(({ variant }) => variant === "claim")
        .flatMap((storage) => {
          const other = madeOf(release).find(({ name }) => name === claimName(storage));
          return other === undefined ? [] : [{ other, span: storage.span }];
        }),
    );
    for (const { span, other } of found) {
      const related = [{ span: other.span, message: "The storage of that name is here." }];
      report({ claim: other.name, storage: other.name }, { span, related });
    }
  },
});

/** Storages for which hubc makes a claim. */
function madeOf({ storages }: Release): readonly Storage[] {
  return storages.filter(({ variant }) => variant !== "claim" && variant !== "dynamic" && variant !== "memory");
}
