// Amounts of money as people read them.

/** `12,480`: whole units, since prices of lists are no more exact than that. */
export function readableMoney(amount: number): string {
  return String(Math.round(amount)).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
