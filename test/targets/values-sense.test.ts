// What the chart's schema leaves open and a running hub would trip over: traits, scopes, sizes, mounts, variables.

import { describe, expect, it } from "vitest";
import { authenticators, lti11 } from "../../compiler/knowledge/authenticators.ts";
import { traitTableOf } from "../../compiler/knowledge/charts/chart-tables.ts";
import { newestChart } from "../../compiler/knowledge/charts/charts.ts";
import { allReleases, at, type CompiledRelease, entriesAt, listAt, plain } from "../support/compiled-programs.ts";

const releases = allReleases();

/** canvasoauthenticator 12fcbbb: traits of its own, beside those of GenericOAuthenticator. */
const canvasTraits = ["canvas_url", "strip_email_domain", "canvas_course_key"];

function isTrait(section: string, trait: string): boolean {
  if (section === "CanvasOAuthenticator")
    return canvasTraits.includes(trait) || isTrait("GenericOAuthenticator", trait);
  // Base of KubeSpawner; JupyterHub 5.5 takes it there too.
  if (section === "Spawner") return isTrait("KubeSpawner", trait);
  return Object.hasOwn(traitTableOf(newestChart, section) ?? {}, trait);
}

/** Settings of a spawner that are set beside `hub.config`: by profile and by group. */
function overrides(values: unknown): [string, unknown][] {
  const profiles = listAt(values, "singleuser", "profileList").flatMap((one) => entriesAt(one, "kubespawner_override"));
  const groups = entriesAt(values, "hub", "config", "KubeSpawner", "group_overrides").flatMap(([, one]) =>
    entriesAt(one, "spawner_override"),
  );
  return [...profiles, ...groups];
}

/** The choices of a profile's options. */
function choicesOf(profile: unknown): unknown[] {
  const options = entriesAt(profile, "profile_options");
  return options.flatMap(([, option]) => entriesAt(option, "choices").map(([, choice]) => choice));
}

const scopeNames =
  /^(?:admin-ui|(?:list|read|admin|delete):users|users|(?:read:)?users:activity|(?:read|admin|delete|access):servers|servers|(?:read:)?groups|list:groups)$/;

function isScope(scope: unknown): boolean {
  const [name = "", filter, ...rest] = String(scope).split("!");
  if (rest.length > 0 || !scopeNames.test(name)) return false;
  return filter === undefined || /^(?:user|group)=[^!=]+$/.test(filter);
}

/** `2147483648`, `512M`, `1.5G`: what JupyterHub reads as bytes (traitlets.py, ByteSpecification); undefined for all else. */
function jupyterhubBytes(written: unknown): number | undefined {
  const [, number, unit] = /^(\d+(?:\.\d+)?)([KMGT]?)$/.exec(String(written)) ?? [];
  return number === undefined ? undefined : Number(number) * 1024 ** " KMGT".indexOf(unit === "" ? " " : String(unit));
}

function sizeComplaints(guarantee: unknown, limit: unknown): string[] {
  const [from, to] = [guarantee, limit].map((one) => (one === undefined ? undefined : jupyterhubBytes(one)));
  const unread = [guarantee, limit].filter((one) => one !== undefined && jupyterhubBytes(one) === undefined);
  if (unread.length > 0) return unread.map((one) => `JupyterHub can't read ${String(one)}`);
  return from !== undefined && to !== undefined && from > to ? [`${String(guarantee)} is above ${String(limit)}`] : [];
}

function repeated(names: readonly unknown[]): unknown[] {
  return names.filter((name, i) => names.indexOf(name) !== i);
}

function nulls(data: unknown, path: string): string[] {
  if (data === null) return [path];
  return typeof data === "object" ? Object.entries(data).flatMap(([key, value]) => nulls(value, `${path}.${key}`)) : [];
}

function mounts({ values }: CompiledRelease): unknown[] {
  const files = entriesAt(values, "singleuser", "extraFiles").map(([, file]) => at(file, "mountPath"));
  const extra = listAt(values, "singleuser", "storage", "extraVolumeMounts").map((one) => at(one, "mountPath"));
  const home =
    at(values, "singleuser", "storage", "type") === "none"
      ? []
      : [at(values, "singleuser", "storage", "homeMountPath")];
  return [...files, ...extra, ...home];
}

it("knows a wrong trait, scope and size when it sees one", () => {
  expect(isTrait("GoogleOAuthenticator", "hosted_domains")).toBe(false);
  expect(isTrait("GithubOAuthenticator", "allow_all")).toBe(false);
  expect(isTrait("KubeSpawner", "memLimit")).toBe(false);
  expect(isScope("access:server!user=ada")).toBe(false);
  expect(isScope("servers!group=a!user=b")).toBe(false);
  expect(sizeComplaints("2Gi", "4Gi")).toHaveLength(2);
  expect(sizeComplaints("4G", "2048M")).toHaveLength(1);
});

describe.each(releases)("$title", (release) => {
  const { values, name } = release;
  const sections = entriesAt(values, "hub", "config");

  it("configures only classes and traits that there are", () => {
    const unknown = sections.flatMap(([section, settings]) =>
      entriesAt(settings)
        .filter(([trait]) => !isTrait(section, trait))
        .map(([trait]) => `${section}.${trait}`),
    );
    expect(unknown).toEqual([]);
    expect(overrides(values).filter(([trait]) => !isTrait("KubeSpawner", trait))).toEqual([]);
  });

  it("leaves to the chart what the chart would lose", () => {
    for (const trait of ["load_roles", "services", "base_url", "db_url"])
      expect(at(values, "hub", "config", "JupyterHub", trait), trait).toBeUndefined();
    for (const trait of ["volumes", "volume_mounts", "init_containers", "extra_labels", "environment", "tolerations"])
      expect(at(values, "hub", "config", "KubeSpawner", trait), trait).toBeUndefined();
    for (const [trait, value] of overrides(values)) {
      // Lists replace the chart's own, which hold the guard of the cloud's metadata and the tolerations.
      expect(["init_containers", "tolerations", "extra_containers", "node_affinity_required"]).not.toContain(trait);
      if (trait === "volumes" || trait === "volume_mounts") expect(Array.isArray(value), trait).toBe(false);
    }
  });

  it("configures the class that signs people in, and says who may enter", () => {
    const chosen = at(values, "hub", "config", "JupyterHub", "authenticator_class");
    const found = [...Object.values(authenticators), lti11].find(({ className }) => className === chosen);
    const others = sections.map(([section]) => section).filter((section) => section.endsWith("Authenticator"));
    expect([found?.section, "Authenticator"]).toEqual(expect.arrayContaining(others));
    // A class of another package has rules of its own, to which nothing is added.
    if (found === undefined) {
      expect(entriesAt(values, "hub", "config", "Authenticator").map(([trait]) => trait)).toEqual([
        "admin_users",
        "auto_login",
      ]);
      return;
    }
    expect(at(values, "hub", "config", "Authenticator", "allow_existing_users")).toBe(false);
    const allow = entriesAt(values, "hub", "config").flatMap(([, one]) => entriesAt(one));
    const admits = allow.some(([trait, value]) => /^allow(?:ed_|_all)/.test(trait) && value !== false);
    const byRule = listAt(values, "custom", "hubc", "allowed", "members").length > 0;
    const byAddress = listAt(values, "custom", "hubc", "signIn", "addresses", "domains").length > 0;
    expect(admits || byRule || byAddress).toBe(true);
  });

  it("names only groups that it declares", () => {
    const groups = new Set(entriesAt(values, "custom", "hubc", "groups").map(([group]) => group));
    for (const [, course] of entriesAt(values, "custom", "hubc", "courses")) groups.add(String(at(course, "people")));
    const named = [
      ...listAt(values, "custom", "hubc", "allowed", "members"),
      ...entriesAt(values, "hub", "loadRoles").flatMap(([, role]) => listAt(role, "groups")),
      ...entriesAt(values, "custom", "hubc", "workspaces").flatMap(([, one]) => at(one, "group") ?? []),
    ];
    expect(named.filter((group) => !groups.has(String(group)))).toEqual([]);
  });

  it("gives roles with names and scopes that JupyterHub knows", () => {
    for (const [role, spec] of entriesAt(values, "hub", "loadRoles")) {
      expect(role).toMatch(/^[a-z][a-z0-9\-_~.]{1,253}[a-z0-9]$/);
      expect(listAt(spec, "scopes").filter((scope) => !isScope(scope))).toEqual([]);
      expect(listAt(spec, "scopes").length).toBeGreaterThan(0);
    }
  });

  it("sizes servers so that JupyterHub and Kubernetes take them", () => {
    const { memory, cpu } = plain(values["singleuser"]);
    const chartGuarantee = "1G";
    const guarantee = at(memory, "guarantee") ?? chartGuarantee;
    expect(sizeComplaints(guarantee, at(memory, "limit"))).toEqual([]);
    for (const one of listAt(values, "singleuser", "profileList")) {
      for (const sized of [one, ...choicesOf(one)]) {
        const { mem_guarantee = guarantee, mem_limit } = plain(at(sized, "kubespawner_override") ?? {});
        expect(sizeComplaints(mem_guarantee, mem_limit ?? at(memory, "limit"))).toEqual([]);
      }
    }
    const [from, to] = [at(cpu, "guarantee"), at(cpu, "limit")];
    if (from !== undefined && to !== undefined) expect(Number(from)).toBeLessThanOrEqual(Number(to));
    const placeholder = at(values, "scheduling", "userPlaceholder", "resources", "requests");
    for (const [, quantity] of entriesAt(placeholder))
      expect(String(quantity)).toMatch(/^\d+(?:\.\d+)?(?:m|[KMGT]i)?$/);
    if (Number(at(values, "scheduling", "userPlaceholder", "replicas") ?? 0) > 0)
      expect(at(values, "scheduling", "podPriority", "enabled")).toBe(true);
  });

  it("sets variables to texts or to references", () => {
    for (const who of ["hub", "singleuser"])
      for (const [variable, value] of entriesAt(values, who, "extraEnv")) {
        expect(variable).toMatch(/^[A-Za-z_][A-Za-z0-9_]*$/);
        const isReference = at(value, "valueFrom", "secretKeyRef", "key") !== undefined;
        expect(typeof value === "string" || isReference, variable).toBe(true);
        // KubeSpawner takes a server's variables for templates.
        if (who === "singleuser" && typeof value === "string")
          expect(value.replaceAll("{{", "").replaceAll("}}", "")).not.toMatch(/[{}]/);
      }
  });

  it("mounts each path once, and files with names that the chart takes", () => {
    expect(repeated(mounts(release))).toEqual([]);
    for (const [, file] of entriesAt(values, "singleuser", "extraFiles"))
      if (at(file, "data") !== undefined) expect(String(at(file, "mountPath"))).toMatch(/\.(?:ya?ml|json|toml)$/);
    const names = listAt(values, "singleuser", "initContainers").map((one) => at(one, "name"));
    expect(repeated([...names, "notebook", "block-cloud-metadata"])).toEqual([]);
    const home = at(values, "singleuser", "storage", "homeMountPath");
    expect(String(home)).toMatch(/^\/./);
  });

  it("leaves nothing of one course to the others, and sends placeholders to the nodes of their pool", () => {
    if (listAt(values, "singleuser", "profileList").length === 0) return;
    // A hub with profiles of its own says what they have in common.
    if (entriesAt(values, "custom", "hubc", "servers", "entries").some(([, one]) => at(one, "profile") === true))
      return;
    for (const setting of ["memory", "cpu", "cmd", "nodeSelector", "uid", "fsGid"])
      expect(at(values, "singleuser", setting), setting).toBeUndefined();
    if (at(values, "scheduling", "userPlaceholder") !== undefined)
      expect(entriesAt(values, "scheduling", "userPlaceholder", "extraPodSpec", "nodeSelector")).not.toEqual([]);
  });

  it("offers profiles with names of their own", () => {
    const slugs = listAt(values, "singleuser", "profileList").map((one) => at(one, "slug"));
    expect(repeated(slugs)).toEqual([]);
    for (const one of listAt(values, "singleuser", "profileList")) {
      expect(String(at(one, "display_name"))).not.toMatch(/[<>]/);
      expect(String(at(one, "slug"))).toMatch(/^[a-z0-9-]+(?:\.[A-Za-z0-9_-]+)?$/);
    }
  });

  it("has one way in, and a certificate only for hosts of its own", () => {
    const https = at(values, "proxy", "https", "enabled");
    const ingress = at(values, "ingress", "enabled");
    expect(https === true && ingress === true).toBe(false);
    // A hub of the fixtures says a further one.
    const further = name === "accounts-prod" ? ["old-accounts.example.edu"] : [];
    if (https === true) expect(listAt(values, "proxy", "https", "hosts").slice(1)).toEqual(further);
    if (ingress === true) {
      expect(at(values, "proxy", "service", "type")).toBe("ClusterIP");
      expect(listAt(values, "ingress", "tls").flatMap((one) => listAt(one, "hosts"))).toEqual(
        listAt(values, "ingress", "hosts"),
      );
    }
    expect(name.length).toBeLessThanOrEqual(53);
  });

  it("pulls images by a tag or digest that stays", () => {
    const image = plain(at(values, "singleuser", "image"));
    expect(typeof image["tag"]).toBe("string");
    expect(image["tag"]).not.toMatch(/^(?:latest|main|master)?$/);
    for (const [trait, value] of overrides(values))
      if (trait === "image") expect(String(value)).toMatch(/^[^:]+(?:\/[^:]+)*:[\w.-]+$/);
  });

  it("writes no null, which would remove a default of the chart", () => {
    expect(nulls(values, "values")).toEqual([]);
  });
});
