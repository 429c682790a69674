import { authenticators } from "../../knowledge/authenticators.ts";
import { defineRule } from "../rule.ts";

/** People are let in by an address only where sign-in vouches for it. */
export const noAddresses = defineRule<{ variant: string }>({
  code: "hub/no-addresses",
  title: "People allowed by an address that sign-in doesn't vouch for",
  why: "To let somebody in by the domain of their address, the hub must know from the sign-in that the address is theirs. Else anybody could write such an address into their profile.",
  message: ({ variant }) =>
    `\`auth ${variant}\` gives no addresses that the hub can trust: allow \`people\` or \`groups\`, or sign in with ${vouching()}.`,
  each: "releases",
  check: ({ auth: { variant, allow } }, report) => {
    const domain = allow.domains[0];
    if (domain !== undefined && authenticators[variant]?.address === undefined)
      report({ variant }, { span: domain.span });
  },
});

function vouching(): string {
  const variants = Object.keys(authenticators).filter((variant) => authenticators[variant]?.address !== undefined);
  return variants.map((one) => `\`auth ${one}\``).join(", ");
}
