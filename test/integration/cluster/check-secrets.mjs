// What the server has answered about Secrets, by its audit log: no value of one but in helm's own records, which are read where a release is
// compared or imported, and in the chart's objects.
import { secretValue } from "./hubc.mjs";

export async function checkSecrets({ plane, check }) {
  const asked = plane.auditLog().filter(({ objectRef, user }) => objectRef?.resource === "secrets" && user.username === "admin");
  const byHubc = asked.filter(({ userAgent }) => userAgent === "hubc");
  check("hubc asks about Secrets", byHubc.length > 10 ? "" : `${byHubc.length} times`);
  const withData = byHubc.filter(({ requestURI, responseObject }) => {
    if (/\/secrets\/sh\.helm\.release\.v1\.[^/]+$/.test(requestURI)) return false;
    const objects = [responseObject, ...(responseObject?.items ?? [])];
    return objects.some((one) => one?.data !== undefined || one?.stringData !== undefined);
  });
  check("and is answered with no data of any", withData.map(({ requestURI, verb }) => `${verb} ${requestURI}`).join("\n"));
  const encoded = Buffer.from(secretValue).toString("base64").slice(0, 20);
  // What sops keeps in the repository is written, and not read.
  const isBrought = ({ verb, objectRef }) => verb === "patch" && objectRef.name === "hubc-sealed";
  const holds = (part) => JSON.stringify(part ?? null).includes(secretValue) || JSON.stringify(part ?? null).includes(encoded);
  const shown = byHubc.filter((one) => holds(isBrought(one) ? one.responseObject : one));
  check("no value of a program's Secret is in what it asked or was answered", shown.map(({ requestURI, verb }) => `${verb} ${requestURI}`).join("\n"));
  const others = asked.filter(({ userAgent, verb, requestURI }) => /helm/i.test(userAgent) && ["get", "list"].includes(verb) && !/sh\.helm\.release|owner%3Dhelm|owner=helm|\/secrets\/hub(?:\?|$)/.test(requestURI));
  check("helm reads its own records and the chart's Secret alone", [...new Set(others.map(({ requestURI, verb }) => `${verb} ${requestURI}`))].join("\n"));
}
