// Where homes lie, and the hub's own database.

import { quantityIn } from "../../knowledge/kubernetes-amounts.ts";
import { quote } from "../../schema/values/scalars.ts";
import { block, type Piece, type Recognise, set, textAt, valueAt } from "../piece.ts";
import { nameFrom, printBytes } from "../print-data.ts";

export const storage: Recognise = (recognising) => [homes(recognising), ...database(recognising)];

/** The chart's own way is a volume for each person. */
function homes({ values, declarations }: Parameters<Recognise>[0]): Piece {
  const type = textAt(values, "singleuser.storage.type") ?? "dynamic";
  const [mount, path] = ["homeMountPath", "static.subPath"].map((key) => textAt(values, `singleuser.storage.${key}`));
  const claims = ["type", "homeMountPath", "capacity"].map((key) => ["singleuser", "storage", key]);
  const lines = mount === undefined || mount === "/home/jovyan" ? [] : [`mount = ${quote(mount)}`];
  const use = (name: string): Piece["statements"] => [set("homes", name, "homes")];
  if (type === "static") {
    const claim = textAt(values, "singleuser.storage.static.pvcName") ?? "home-nfs";
    const body = [`name = ${quote(claim)}`, `path = ${quote(path ?? "{username}")}`, ...lines];
    const name = declarations.declare("storage claim", nameFrom(claim), body.join("\n"));
    return { name: "homes", statements: use(name), claims: [...claims, ["singleuser", "storage", "static"]] };
  }
  if (type === "none") {
    const name = declarations.declare("storage memory", "scratch", ["size = 10GiB", ...lines].join("\n"));
    return { name: "homes", statements: use(name), claims: [["singleuser", "storage", "type"]] };
  }
  // A type that this chart does not have is said by no storage: it stays in the words of the chart, which refuses it.
  const said = type === "dynamic" ? claims : claims.filter(([, , key]) => key !== "type");
  const size = printBytes(quantityIn(valueAt(values, "singleuser.storage.capacity")) ?? 10 * 2 ** 30) ?? "10GiB";
  const className = textAt(values, "singleuser.storage.dynamic.storageClass");
  const body = [`size = ${size}`, ...(className === undefined ? [] : [`class = ${quote(className)}`]), ...lines];
  const name = declarations.declare("storage dynamic", "homes", body.join("\n"));
  return {
    name: "homes",
    statements: use(name),
    claims: [...said, ["singleuser", "storage", "dynamic", "storageClass"]],
  };
}

const database: Recognise = ({ values }) => {
  const size = printBytes(quantityIn(valueAt(values, "hub.db.pvc.storage")) ?? 0);
  const className = textAt(values, "hub.db.pvc.storageClassName");
  const body = [
    ...(size === undefined ? [] : [set("size", size, "database")]),
    ...(className === undefined ? [] : [set("class", quote(className), "database")]),
  ];
  if (body.length === 0) return [];
  const claims = [
    ...(size === undefined ? [] : [["hub", "db", "pvc", "storage"]]),
    ...(className === undefined ? [] : [["hub", "db", "pvc", "storageClassName"]]),
  ];
  return [{ name: "database", statements: [block("database", body, "database")], claims }];
};
