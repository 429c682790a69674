// The bill of materials, as CycloneDX 1.6: hubc, and every package that its bundle holds parts of, with the digest that the lock file has.
// It says no time and no number of its own, so that the same sources give the same bytes.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundledPackages } from "../bundled-packages.mjs";
import { artefacts, manifest, root, run } from "./project.mjs";

export function writeBillOfMaterials(addresses) {
  run("node", [join(root, "scripts", "bundle.mjs")]);
  const outputs = JSON.parse(readFileSync(join(root, ".build", "bundle.json"), "utf8"));
  const inputs = Object.values(outputs).flatMap((output) => Object.keys(output.inputs));
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const components = bundledPackages(inputs).map((one) => component(one, lock[one.path].integrity));
  const product = {
    type: "application",
    "bom-ref": purl(manifest),
    name: manifest.name,
    version: manifest.version,
    description: manifest.description,
    licenses: [{ license: { id: manifest.license } }],
    purl: purl(manifest),
    ...(addresses === undefined ? {} : { externalReferences: [{ type: "vcs", url: addresses.repository }] }),
  };
  const bill = {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { component: product },
    components,
    dependencies: [{ ref: purl(manifest), dependsOn: components.map((one) => one["bom-ref"]) }],
  };
  const name = `${manifest.name}-${manifest.version}.cdx.json`;
  writeFileSync(join(artefacts, name), `${JSON.stringify(bill, undefined, 2)}\n`);
  return name;
}

function component({ name, version, license }, integrity) {
  const ref = purl({ name, version });
  return {
    type: "library",
    "bom-ref": ref,
    name,
    version,
    hashes: [{ alg: "SHA-512", content: Buffer.from(integrity.replace(/^sha512-/, ""), "base64").toString("hex") }],
    licenses: [/ (?:OR|AND|WITH) /.test(license) ? { expression: license } : { license: { id: license } }],
    purl: ref,
  };
}

/** https://github.com/package-url/purl-spec: the scope's @ is written %40. */
function purl({ name, version }) {
  return `pkg:npm/${name.replace("@", "%40")}@${version}`;
}
