// Kinds of change on a release that runs, each deployed on the one before or refused: what is said before anything is done, and what holds
// in the cluster afterwards. Among them is everything that `hubc plan` refuses.
import { makeReady } from "./control-plane.mjs";
import { deploy, ended, hubc, program, state, withSecret } from "./hubc.mjs";

export async function checkChanges({ plane, folder, check }) {
  const nodes = makeReady(plane);
  try {
    await checkKinds({ plane, folder, check });
    await checkRefused({ plane, folder, check });
  } finally {
    await nodes.end();
  }
}

/** Lines of the hub, of the course and beside them; what must be said, and what must hold. */
async function checkKinds({ plane, folder, check }) {
  withSecret(plane, "kinds-of", "hubc-kinds-of", ["kinds-of.id", "kinds-of.secret"]);
  const names = (kind) => plane.kubectl(["get", kind, "--namespace", "kinds-of", "--output", "name"]).trim().split("\n").filter(Boolean);
  const lecture = (name, time) => `  lecture ${name} { days = [tue]  time = ${time} }`;
  const exam = (day) => `  exam midterm { at = ${day} 19:00 .. 21:00 }`;
  const object = (kind, more) => `  manifests = ["""\napiVersion: v1\nkind: ${kind}\nmetadata: { name: extra }\n${more}\n"""]`;
  const upgraded = "is upgraded: other values or another chart";
  const has = (kind, name) => () => names(kind).some((one) => one.endsWith(`/${name}`));
  const lacks = (kind, name) => () => !has(kind, name)();
  const steps = [
    ["a first deployment", {}, ["+ the release kinds-of is installed"]],
    ["the same again", {}, ["has these values; it is upgraded to them again"]],
    ["two lectures", { course: `${lecture("a", "10:00 .. 11:00")}\n${lecture("b", "14:00 .. 15:00")}` }, ["+ CronJob `room-stats-a`", "+ CronJob `room-stats-b`"], has("cronjobs", "room-stats-b")],
    ["one of them goes", { course: lecture("b", "14:00 .. 15:00") }, ["- CronJob `room-stats-a`"], lacks("cronjobs", "room-stats-a")],
    ["it has another name", { course: lecture("c", "14:00 .. 15:00") }, ["+ CronJob `room-stats-c`", "- CronJob `room-stats-b`"], has("cronjobs", "room-stats-c")],
    ["an exam instead", { course: exam("2026-10-12") }, ["+ CronJob `room-stats-midterm", "- CronJob `room-stats-c`"]],
    ["the exam moves", { course: exam("2026-10-13") }, ["~ CronJob `room-stats-midterm"]],
    ["room that is always kept", { hub: "  spare { users = 2 }" }, [upgraded]],
    ["an admin more", { hub: '  announcement = "Hello"' }, [upgraded]],
    ["more memory", { course: "  during 2026-10-01 .. 2026-10-31 { memory = 2GiB .. 4GiB }" }, [upgraded]],
    ["a course more", { more: 'course maths {\n  title = "Maths"  hub = kinds-of  image = base  term = 2026-08-26 .. 2026-12-18\n  students = 5  pool = campus.users  memory = 1GiB .. 2GiB\n}', hub: "  choose = by-choice" }, [upgraded]],
    ["a variable of servers", { hub: '  environment { COURSE = "1" }' }, [upgraded]],
    ["idle servers stop later", { hub: "  cull { idle = 3h }" }, [upgraded]],
    ["an object of its own", { hub: object("ConfigMap", 'data: { a: "1" }') }, ["+ ConfigMap `extra`"], has("configmaps", "extra")],
    ["the object is of another kind", { hub: object("ServiceAccount", "") }, ["+ ServiceAccount `extra`", "- ConfigMap `extra`"], lacks("configmaps", "extra")],
    ["a Secret of its own goes, and stays", { hub: object("Secret", "type: Opaque") }, ["+ Secret `extra`"], has("secrets", "extra")],
    ["as a message says", {}, ["`kubectl delete secret extra --namespace kinds-of` would remove it"], has("secrets", "extra")],
    ["copies of homes", { hub: "  backup { schedule = 03:00 }" }, ["+ CronJob `hubc-backup`"], has("cronjobs", "hubc-backup")],
    ["copies on another day", { hub: '  backup { schedule = "0 3 * * 0" }' }, ["~ CronJob `hubc-backup`"]],
    ["a storage more", { more: 'storage nfs data { server = "10.0.0.4"  export = "/data" }', hub: '  mount data { storage = data  folder = "data"  path = "/data" }' }, ["+ PersistentVolume `kinds-of-data`", "+ PersistentVolumeClaim `data`"]],
    ["it is mounted elsewhere", { more: 'storage nfs data { server = "10.0.0.4"  export = "/data" }', hub: '  mount data { storage = data  folder = "data"  path = "/more" }' }, [upgraded]],
    ["network rules of its own", { hub: '  network { allow-domains = ["pypi.org"] }' }, [], undefined, true],
    ["and everything is taken back", {}, ["the release kinds-of"], () => names("cronjobs").length === 0],
  ];
  let kinds = 0;
  for (const [title, changes, said, holds, mayNotBeThere] of steps) {
    const cwd = program(folder, "kinds-of", changes);
    if (mayNotBeThere && (await hubc(plane, ["check", "--on", "2026-10-05"], { cwd })).code !== 0) continue;
    const run = await deploy(plane, cwd);
    const problem = ended(run, 0, "kinds-of-prod is deployed", ...said) || (holds === undefined || holds() ? "" : `it does not hold: ${names("all,cronjobs,configmaps,secrets")}`);
    check(`a kind of change: ${title}`, problem);
    if (problem === "") kinds++;
  }
  check("20 kinds of change and more", kinds >= 20 ? "" : `${kinds}`);
}

/** What `hubc plan` refuses of a build is refused of a deployment too, before anything is done; what needs `--moved` is done with it. */
async function checkRefused({ plane, folder, check }) {
  withSecret(plane, "kept", "hubc-kept", ["kept.id", "kept.secret"]);
  const claim = (size, more = "") => `storage dynamic disks { class = "standard"  size = ${size}${more} }`;
  plane.kubectl(["apply", "--filename", "-"], JSON.stringify({ apiVersion: "storage.k8s.io/v1", kind: "StorageClass", metadata: { name: "standard" }, provisioner: "example.org/none", allowVolumeExpansion: true }));
  plane.kubectl(["apply", "--filename", "-"], JSON.stringify({ apiVersion: "storage.k8s.io/v1", kind: "StorageClass", metadata: { name: "premium" }, provisioner: "example.org/none" }));
  const shared = (name, storage = "") => `  shared ${name} { path = "${name}"${storage} }`;
  const common = (path) => `  mount common { path = "common"  folder = "${path}" }`;
  const base = { hub: common("_common"), course: shared("material"), homes: "10.0.0.2" };
  const text = (change) => program(folder, "kept", { ...base, ...change });
  check("refused: a release with homes, a shared folder and a mount", ended(await deploy(plane, text({}))));
  const before = state(plane, "kept");
  const homes = (line) => (all) => all.replace('storage nfs homes { server = "10.0.0.2"  export = "/homes" }', line);
  const changes = [
    ["another server", homes('storage nfs homes { server = "10.0.0.3"  export = "/homes" }'), 1, ["`spec.nfs.server` would change"]],
    ["another folder of the server", homes('storage nfs homes { server = "10.0.0.2"  export = "/home" }'), 1, ["`spec.nfs.path` would change"]],
    ["another size of a share", homes('storage nfs homes { server = "10.0.0.2"  export = "/homes"  size = 1GiB }'), 1, ["a claim on a volume that was there before keeps its size, which limits nothing"]],
    ["homes from another storage", (all) => `${all.replace("homes    = homes", "homes    = fresh")}\nstorage nfs fresh { server = "10.0.0.9"  export = "/homes" }\n`, 1, ["people would find an empty home", "`--moved`"]],
    ["another folder for each person", homes('storage nfs homes { server = "10.0.0.2"  export = "/homes"  path = "{escaped_username}" }'), 1, ["people would find an empty home"]],
    ["a disk for each person", (all) => `${all.replace("homes    = homes", "homes    = disks").replace(/ {2}mount common.*\n/, "").replace(/ {2}shared material.*\n/, "")}\n${claim("10GiB")}\n`, 1, ["people would find an empty home"]],
  ];
  await checkClaims({ plane, folder, check });
  for (const [title, change, code, said] of changes) {
    const cwd = text({});
    await rewrite(cwd, change);
    check(`refused: ${title}`, ended(await deploy(plane, cwd), code, ...said, "Nothing was deployed") || (state(plane, "kept") === before ? "" : "it was changed all the same"));
  }
  // What of it only an earlier build tells, its folder tells: a build refuses it, and nothing is there to be deployed.
  const built = [
    ["a shared folder on another storage", (all) => `${all.replace('shared material { path = "material"', 'shared material { path = "material"  storage = archive')}\nstorage nfs archive { server = "10.0.0.7"  export = "/archive" }\n`, "plan/folder-elsewhere"],
    ["a mount of another folder", (all) => all.replace('folder = "_common"', 'folder = "_other"'), "plan/folder-elsewhere"],
    ["another namespace", (all) => all.replace('namespace = "kept"', 'namespace = "kept-2"'), "plan/other-release"],
    ["another name of the release", (all) => all.replace('release = "kept"', 'release = "kept-2"'), "plan/other-release"],
    ["other names of people", (all) => all.replace("auth github {\n    organizations = [\"campus\"]", "auth gitlab {"), "plan/names-differ"],
    ["the database on another class", (all) => all.replace("  admins ", '  database { class = "premium" }\n  admins '), "plan/database-elsewhere"],
  ];
  for (const [title, change, code] of built) {
    const cwd = text({});
    const first = await hubc(plane, ["build", "--on", "2026-10-05"], { cwd });
    await rewrite(cwd, change);
    const run = await hubc(plane, ["build", "--on", "2026-10-05"], { cwd });
    check(`refused: ${title}`, ended(first) || ended(run, 1, code));
  }
}

/** Claims of classes that are the program's own objects: one grows, where its class lets it, and shrinks nowhere. */
async function checkClaims({ plane, folder, check }) {
  withSecret(plane, "claims", "hubc-claims", ["claims.id", "claims.secret"]);
  const object = (name, size) => `apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: scratch }\nspec: { accessModes: [ReadWriteOnce], storageClassName: ${name}, resources: { requests: { storage: ${size} } } }`;
  const of = (name, size) => program(folder, "claims", { hub: `  manifests = ["""\n${object(name, size)}\n"""]` });
  const bound = () => plane.kubectl(["wait", "--for=jsonpath={.status.phase}=Bound", "pvc/scratch", "--namespace", "claims", "--timeout=30s"]);
  check("a claim of a class", ended(await deploy(plane, of("standard", "2Gi"))));
  bound();
  check("it grows in place", ended(await deploy(plane, of("standard", "3Gi")), 0, 'spec.resources.requests.storage: "2Gi" becomes "3Gi"'));
  check("refused: a smaller claim", ended(await deploy(plane, of("standard", "1Gi")), 1, "a claim grows and never shrinks"));
  check("refused: another class", ended(await deploy(plane, of("premium", "3Gi")), 1, "`spec.storageClassName` would change from \"standard\""));
  plane.kubectl(["delete", "pvc", "scratch", "--namespace", "claims", "--wait=false"]);
  plane.kubectl(["patch", "pvc", "scratch", "--namespace", "claims", "--type=merge", "--patch", '{"metadata":{"finalizers":null}}']);
  check("a claim of a class whose volumes do not grow", ended(await deploy(plane, of("premium", "2Gi"))));
  bound();
  check("refused: it grows", ended(await deploy(plane, of("premium", "3Gi")), 1, "its StorageClass does not say that its volumes may (`allowVolumeExpansion`)"));
}

async function rewrite(cwd, change) {
  const { readFileSync, writeFileSync } = await import("node:fs");
  const path = `${cwd}/main.hub`;
  const text = readFileSync(path, "utf8");
  const changed = change(text);
  if (changed === text) throw new Error("the program does not change");
  writeFileSync(path, changed);
}
