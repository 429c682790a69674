// What can be wrong between a program and its lock. Given by a build with --locked and by nothing else; a lock is there to be exact,
// so none of it can be allowed.

import { defineDiagnostic } from "../diagnostics/diagnostic.ts";

export const lockMissing = defineDiagnostic<{ what: string }>({
  code: "lock/missing",
  title: "Something is not in the lock",
  why: "A build with --locked takes base images by digest and repositories by commit from hubc.lock, and so needs each of them there. `hubc lock` writes the file; commit it with the program.",
  message: ({ what }) => `${what}: run \`hubc lock\`.`,
});

export const lockStale = defineDiagnostic<{ what: string }>({
  code: "lock/stale",
  title: "The lock is of other sources",
  why: "The program was changed after it was locked, so what the lock fixes is not what the program asks for. `hubc lock` locks the program as it is now; the difference of hubc.lock then shows what else moved.",
  message: ({ what }) => `${what}: run \`hubc lock\`.`,
});

export const lockUnreadable = defineDiagnostic<{ reason: string }>({
  code: "lock/unreadable",
  title: "hubc.lock can't be used",
  why: "The file is written by `hubc lock` and not by hand. After a merge that left marks in it, or an edit, it is written anew by `hubc lock`.",
  message: ({ reason }) => `hubc.lock can't be used, since ${reason}: run \`hubc lock\`.`,
});
