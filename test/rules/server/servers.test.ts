import { describe, expect, it } from "vitest";
import { findings, smallProgram } from "../../support/small-program.ts";

const nfs = (text: string) =>
  text.replace(
    "storage dynamic homes { size = 5GiB }",
    'storage nfs homes {\n  server = "10.0.0.2"\n  export = "/homes"\n}',
  );
const ofHub = (hub: string) => findings(smallProgram({ hub }));
const ofImage = (image: string) => findings(smallProgram({ image }));

describe("server/as-root", () => {
  const code = "server/as-root";

  it("is found in an image and in values, traits and profiles", () => {
    expect(ofImage('user = "root"')).toContain(code);
    expect(ofHub("values { singleuser.uid = 0 }")).toContain(code);
    expect(ofHub("config { KubeSpawner.uid = 0 }")).toContain(code);
    expect(
      ofHub('values { singleuser.profileList = [{ display_name = "x"  kubespawner_override = { uid = 0 } }] }'),
    ).toContain(code);
  });

  it("is found in Python, in security contexts, and where a server gets the node's rights", () => {
    expect(ofHub('python { "x" = "c.KubeSpawner.uid = 0" }')).toContain(code);
    expect(ofHub('python { "x" = "c.Spawner.privileged = True" }')).toContain(code);
    expect(ofHub("config { KubeSpawner.privileged = true }")).toContain(code);
    expect(ofHub("config { KubeSpawner.container_security_context = { runAsUser = 0 } }")).toContain(code);
    const profile = (override: string) =>
      ofHub(`values { singleuser.profileList = [{ display_name = "x"  kubespawner_override = { ${override} } }] }`);
    expect(profile("privileged = true")).toContain(code);
    expect(profile("pod_security_context = { runAsUser = 0 }")).toContain(code);
    expect(profile("privileged = false  uid = 1000")).not.toContain(code);
    expect(ofHub('python { "x" = "c.KubeSpawner.uid = 1000\\nc.JupyterHub.uid = 0" }')).not.toContain(code);
  });

  it("is said once, where a parent says it", () => {
    const more = "image other extends img { }\n";
    expect(findings(smallProgram({ image: 'user = "root"', more })).filter((one) => one === code)).toHaveLength(1);
  });

  it("is not any other account", () => {
    expect(ofImage('user = "rooter"')).not.toContain(code);
    expect(ofHub("values { singleuser.uid = 1000 }")).not.toContain(code);
    expect(ofHub("values { singleuser.fsGid = 0 }")).not.toContain(code);
  });
});

describe("server/variable", () => {
  const code = "server/variable";

  it.each(["LD_PRELOAD", "LD_LIBRARY_PATH", "PATH", "PYTHONPATH", "PYTHONSTARTUP", "BASH_ENV", "JUPYTERHUB_API_URL"])(
    "is found for %s wherever servers' variables are set",
    (name) => {
      expect(ofImage(`env { ${name} = "/x" }`)).toContain(code);
      expect(ofImage(`dockerfile = "ENV A=1 ${name}=/x"`)).toContain(code);
      expect(ofImage(`dockerfile = "ENV ${name} /x"`)).toContain(code);
      expect(ofHub(`environment { ${name} = "/x" }`)).toContain(code);
      expect(ofHub(`stage trial { environment { ${name} = "/x" } }`)).toContain(code);
      expect(ofHub(`values { singleuser.extraEnv.${name} = "/x" }`)).toContain(code);
      expect(
        ofHub(
          `values { singleuser.profileList = [{ display_name = "p"  kubespawner_override = { environment = { ${name} = "/x" } } }] }`,
        ),
      ).toContain(code);
    },
  );

  it("is not what only its own program reads", () => {
    for (const name of [
      "TZ",
      "OMP_NUM_THREADS",
      "MYPATH",
      "PYTHONUNBUFFERED",
      "OLD_LD_PATH",
      "JUPYTERHUB_SINGLEUSER_APP",
    ]) {
      expect(ofImage(`env { ${name} = "x" }`)).not.toContain(code);
      expect(ofHub(`environment { ${name} = "x" }`)).not.toContain(code);
      expect(ofHub(`values { singleuser.extraEnv.${name} = "x" }`)).not.toContain(code);
    }
    expect(ofImage('dockerfile = "# ENV LD_PRELOAD=/x"')).not.toContain(code);
    expect(ofHub('values { hub.extraEnv.PYTHONPATH = "/x" }')).not.toContain(code);
  });
});

describe("server/system-path", () => {
  const code = "server/system-path";
  const atPath = (path: string) => findings(nfs(smallProgram({ course: `shared data { path = "${path}" }` })));

  it.each([
    "/etc",
    "/etc/jupyter",
    "/usr",
    "/usr/local/bin",
    "/var/run/secrets",
    "/run",
    "/proc",
    "/opt/conda",
    "/dev",
  ])("is found for a folder at %s", (path) => {
    expect(atPath(path)).toContain(code);
  });

  it("is found for homes, and for what values mount over it", () => {
    expect(findings(smallProgram().replace("size = 5GiB", 'size = 5GiB\n  mount = "/"'))).toContain(code);
    expect(ofImage('home = "/etc"')).toContain(code);
    expect(ofHub('values { singleuser.storage.homeMountPath = "/usr" }')).toContain(code);
    expect(
      ofHub('values { singleuser.storage.extraVolumeMounts += [{ name = "x"  mountPath = "/var/run/secrets" }] }'),
    ).toContain(code);
  });

  it("is not a folder for people", () => {
    for (const path of [
      "shared",
      "/srv/data",
      "/mnt/etc",
      "/data",
      "/home/jovyan/etc",
      "/usr/local/share/data8",
      "/opt/data",
    ])
      expect(atPath(path), path).not.toContain(code);
    expect(
      ofHub('values { singleuser.storage.extraVolumeMounts += [{ name = "x"  mountPath = "/etc/jupyter/x.py" }] }'),
    ).not.toContain(code);
    expect(
      ofHub('values { singleuser.storage.extraVolumeMounts += [{ name = "x"  mountPath = "/dev/shm" }] }'),
    ).not.toContain(code);
  });
});

describe("course/staff-is-roster", () => {
  const code = "course/staff-is-roster";
  const of = (groups: string, course = "staff = a\nroster = b") =>
    findings(
      smallProgram({ course, more: groups, hub: "" })
        .replace("auth github", "auth canvas")
        .replace("    client-id", '    url = "https://canvas.example.edu"\n    client-id'),
    );

  it("is found for one group, and for two of the same people", () => {
    expect(of('group a { members = ["amy", "bob"] }', "staff = a\nroster = a")).toContain(code);
    expect(of('group t[1..2] { members = ["amy", "x-${n}"] }', "staff = t[1]\nroster = t")).toContain(code);
    expect(of('group a { members = ["bob", "amy"] }\ngroup b { members = ["amy", "bob"] }')).toContain(code);
    expect(of('group a extends b { members += ["ada"] }\ngroup b { members = ["amy", "bob"] }')).toContain(code);
    expect(of('group a { members = secret("c/all") }\ngroup b { members = secret("c/all") }')).toContain(code);
    const whole = "group a { from canvas { course = 1 } }\ngroup b { from canvas { course = 1  role = student } }";
    expect(of(whole)).toContain(code);
  });

  it("is not staff of whom some are on the roster", () => {
    expect(of('group a { members = ["ada", "amy"] }\ngroup b { members = ["amy", "bob"] }')).not.toContain(code);
    expect(of('group a { members = secret("c/a") }\ngroup b { members = secret("c/b") }')).not.toContain(code);
    const roles =
      "group a { from canvas { course = 1  role = teacher } }\ngroup b { from canvas { course = 1  role = student } }";
    expect(of(roles)).not.toContain(code);
    expect(of("group a { from canvas { course = 1 } }\ngroup b { from canvas { course = 2 } }")).not.toContain(code);
  });
});
