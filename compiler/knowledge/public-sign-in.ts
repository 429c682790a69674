// Where anybody can have an account: narrowing sign-in to one of these narrows nothing.

/** Mail domains that are open to the public, as their operators describe them, seen 2026-11. */
const publicDomains = new Set(
  `gmail.com googlemail.com outlook.com hotmail.com live.com msn.com passport.com yahoo.com ymail.com rocketmail.com myyahoo.com
  icloud.com me.com mac.com proton.me protonmail.com protonmail.ch pm.me tutanota.com tutanota.de tuta.com tuta.io tutamail.com
  gmx.com gmx.net gmx.de web.de t-online.de freenet.de posteo.de mailbox.org mail.com email.com fastmail.com fastmail.fm hey.com
  aol.com aim.com zoho.com zohomail.com zohomail.eu hushmail.com qq.com foxmail.com 163.com 126.com yeah.net sina.com sina.cn
  sohu.com 139.com aliyun.com naver.com hanmail.net daum.net kakao.com mail.ru inbox.ru list.ru bk.ru rambler.ru yandex.com
  yandex.ru ya.ru ukr.net seznam.cz centrum.cz wp.pl o2.pl interia.pl onet.pl orange.fr free.fr laposte.net wanadoo.fr sfr.fr
  libero.it virgilio.it tiscali.it rediffmail.com uol.com.br bol.com.br terra.com.br comcast.net verizon.net att.net sbcglobal.net
  bellsouth.net cox.net btinternet.com sky.com mailinator.com guerrillamail.com 10minutemail.com yopmail.com`
    .trim()
    .split(/\s+/),
);

/** Providers with a domain for each country: `yahoo.co.uk`, `hotmail.fr`. */
const publicFamilies = /^(?:yahoo|hotmail|outlook|live|gmx|msn)\.(?:com|(?:(?:co|com)\.)?[a-z]{2})$/;

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

export function isPublicDomain(domain: string): boolean {
  const name = domain.toLowerCase().replace(/^@/, "");
  return publicDomains.has(name) || publicFamilies.test(name);
}

/** Whatever its scheme and a slash at its end. */
export function isPublicIdentityProvider(idp: string): boolean {
  const rest = idp.replace(/^https?:\/\//, "").replace(/\/$/, "");
  return publicIdentityProviders.has(`http://${rest}`) || publicIdentityProviders.has(`https://${rest}`);
}

export const isPublicTenant = (tenant: string): boolean => publicTenants.has(tenant.toLowerCase());
