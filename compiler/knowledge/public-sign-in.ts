// Where anybody can have an account: narrowing sign-in to one of these narrows it to nobody.

/** Mail domains that are open to the public, as their operators describe them, seen 2026-11. */
const publicDomains = new Set([
  "gmail.com",
  "googlemail.com",
  "outlook.com",
  "hotmail.com",
  "live.com",
  "msn.com",
  "yahoo.com",
  "icloud.com",
  "me.com",
  "proton.me",
  "protonmail.com",
  "gmx.com",
  "gmx.net",
  "gmx.de",
  "web.de",
  "qq.com",
  "163.com",
  "126.com",
  "mail.ru",
  "yandex.com",
  "aol.com",
  "zoho.com",
]);

/** Entity ids of CILogon's public identity providers (CILogon's list of providers, seen 2026-11). */
const publicIdentityProviders = new Set([
  "http://google.com/accounts/o8/id",
  "http://github.com/login/oauth/authorize",
  "http://login.microsoftonline.com/common/oauth2/v2.0/authorize",
  "http://orcid.org/oauth/authorize",
  "https://accounts.google.com/o/oauth2/auth",
  "https://accounts.google.com/o/oauth2/v2/auth",
  "https://github.com/login/oauth/authorize",
  "https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
  "https://orcid.org/oauth/authorize",
]);

/** Tenants that stand for every account of Microsoft's (Microsoft identity platform, seen 2026-11). */
const publicTenants = new Set(["common", "consumers", "organizations", "9188040d-6c67-4c5b-b112-36a304b66dad"]);

export const isPublicDomain = (domain: string): boolean => publicDomains.has(domain.toLowerCase());
export const isPublicIdentityProvider = (idp: string): boolean => publicIdentityProviders.has(idp.replace(/\/$/, ""));
export const isPublicTenant = (tenant: string): boolean => publicTenants.has(tenant.toLowerCase());
