export interface Addresses {
  readonly repository: string;
  readonly git: string;
  readonly issues: string;
  readonly site: string | undefined;
}
export declare function addressesOf(
  named: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Addresses | undefined;
