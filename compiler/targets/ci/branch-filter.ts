/**
 * A branch in a workflow's filter, which is a pattern: `+` repeats what stands before it, and `!` at the start leaves out (GitHub's
 * documentation, "Filter pattern cheat sheet", 2026-11). What else a pattern has, no name of a branch holds. No expression is read there.
 */
export function branchFilter(branch: string): string {
  return branch.replace(/\+|^!/g, "\\$&");
}
