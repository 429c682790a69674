// What looks like a secret in values is in no file that import writes, wherever it stands there, and is said to be dropped.

import { expect, test } from "vitest";
import { findHubs } from "../../compiler/audit/layouts.ts";
import { readEnvironment } from "../../compiler/import/environment.ts";
import { importPrograms } from "../../compiler/import/import-program.ts";
import { checkedDate } from "../../compiler/text/calendar.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";

const token = "pypi-AgEIcHlwaS5vcmcaB3dE5gH7jK9mN1pQ2sT4vW6yZ8bC0fXrLuGiOq5wR7nM2cV9hJ3kD6tS8zP";

function imported(text: string) {
  const file = createSourceFile("hub.yaml", text);
  const { hubs } = findHubs({ paths: [file.path], read: () => file });
  const read = hubs.flatMap((hub) => {
    const one = readEnvironment(hub, undefined);
    return "why" in one ? [] : [one];
  });
  return importPrograms(read, checkedDate("2026-11-29") ?? 0);
}

const places: readonly (readonly [path: string, values: string])[] = [
  ["singleuser.storage.static.pvcName", `singleuser: {storage: {type: static, static: {pvcName: "${token}"}}}`],
  ["singleuser.storage.static.subPath", `singleuser: {storage: {type: static, static: {subPath: "${token}"}}}`],
  ["singleuser.storage.homeMountPath", `singleuser: {storage: {homeMountPath: "/${token}"}}`],
  ["singleuser.storage.dynamic.storageClass", `singleuser: {storage: {dynamic: {storageClass: "${token}"}}}`],
  ["singleuser.image.name", `singleuser: {image: {name: "quay.io/${token}", tag: "1"}}`],
  ["singleuser.extraEnv.A", `singleuser: {extraEnv: {A: "${token}"}}`],
  ["hub.db.pvc.storageClassName", `hub: {db: {pvc: {storageClassName: "${token}"}}}`],
  ["hub.config.Authenticator.admin_users.1", `hub: {config: {Authenticator: {admin_users: [ada, "${token}"]}}}`],
  ["ingress.hosts.0", `ingress: {enabled: true, hosts: ["${token}"]}`],
];

test.each(places)("%s", (path, values) => {
  const [program, ...others] = imported(
    `${values}\nproxy: {chp: {networkPolicy: {enabled: true}}}\ncull: {enabled: true}\n`,
  );
  expect(others).toEqual([]);
  const texts = program?.files.map(({ text }) => text).join("\n") ?? "";
  expect(texts).toContain("hub ");
  expect(texts.toLowerCase()).not.toContain(token.slice(0, 20).toLowerCase());
  const told = [...(program?.errors ?? []), ...(program?.figures.flatMap(({ dropped }) => dropped) ?? [])];
  expect(told.map((one) => ("path" in one ? one.path : one.code))).toContain(path);
});
