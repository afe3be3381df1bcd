import { fromUtf8, sha256, toHex } from "../bytes.ts";
import { isKnownPath, manifestStatement, optionalPaths, paths, readManifest, type Manifest } from "../bundle/layout.ts";
import { readLines } from "../bundle/lines.ts";
import { readZip } from "../bundle/zip.ts";
import { openNote, parseVkey, sameKey, type NoteKey } from "../signed-note.ts";
import { attempt, demand, Fault } from "./fault.ts";
import type { VerifyOptions } from "./report.ts";

export interface Container {
  readonly members: ReadonlyMap<string, Uint8Array>;
  readonly manifest: Manifest;
  readonly manifestText: string;
}

export interface Keys {
  readonly run: NoteKey;
  readonly workspace: NoteKey;
  /** Witnesses that the bundle names. */
  readonly cosigners: readonly NoteKey[];
  /** Witnesses that the verifier approves. */
  readonly trustedCosigners: readonly NoteKey[];
  /** True when the verifier approves the workspace key. */
  readonly trusted: boolean;
}

export function memberBytes({ members }: Pick<Container, "members">, path: string): Uint8Array {
  const bytes = members.get(path);
  demand(bytes !== undefined, "E02", { part: path });
  return bytes;
}

export function openContainer(bytes: Uint8Array): Container {
  const members = attempt("E01", {}, () => readZip(bytes));
  const part = paths.manifest;
  const manifestText = attempt("E03", { part }, () => fromUtf8(memberBytes({ members }, part)));
  const manifest = attempt("E03", { part }, () => readManifest(manifestText));
  return { members, manifest, manifestText };
}

/** Every listed member is there, unchanged, and nothing else is. */
export function checkMembers({ members, manifest }: Container): void {
  const listed = new Set<string>([paths.manifest, paths.manifestNote]);
  for (const { path, bytes, sha256: digest } of manifest.files) {
    const data = memberBytes({ members }, path);
    demand(isKnownPath(path) && !listed.has(path), "E04", { part: path });
    demand(data.length === bytes, "E02", { part: path });
    demand(toHex(sha256(data)) === digest, "E05", { part: path });
    listed.add(path);
  }
  for (const path of members.keys()) demand(listed.has(path), "E04", { part: path });
  for (const path of Object.values(paths)) memberBytes({ members }, path);
}

export function checkKeys(container: Container, options: VerifyOptions): Keys {
  const run = keyIn(container, paths.runKey);
  const workspace = keyIn(container, paths.workspaceKey);
  const cosigners = cosignersIn(container);
  const own = options.own.map(approvedKey);
  const approved = options.trusted.map(approvedKey);
  const approvedWorkspaces = approved.filter(isWorkspaceKey);
  const trusted = [...own, ...approvedWorkspaces].some((key) => sameKey(key, workspace));
  demand(trusted || approvedWorkspaces.length === 0, "E07", { part: paths.workspaceKey });
  const trustedCosigners = approved.filter((key) => !isWorkspaceKey(key));
  return { run, workspace, cosigners, trustedCosigners, trusted };
}

/** The manifest is signed by the workspace, and run, keys and workspace carry each other's names. */
export function checkManifestNote(container: Container, { run, workspace }: Keys): void {
  const { manifest, manifestText } = container;
  const part = paths.manifestNote;
  const opened = attempt("E08", { part }, () => openNote(fromUtf8(memberBytes(container, part)), [workspace]));
  const expected = manifestStatement(manifest.origin, manifestText);
  demand(opened.text === expected && opened.unknown === 0 && opened.signatures.length === 1, "E08", { part });
  demand(run.name === manifest.origin, "E09", { part: paths.runKey });
  demand(run.name.startsWith(`${workspace.name}/run/`), "E09", { part: paths.workspaceKey });
}

function keyIn(container: Container, path: string): NoteKey {
  return attempt("E06", { part: path }, () => {
    const [vkey = "", ...more] = readLines(memberBytes(container, path));
    const key = parseVkey(vkey);
    demand(more.length === 0 && isWorkspaceKey(key), "E06", { part: path });
    return key;
  });
}

function cosignersIn({ members }: Container): NoteKey[] {
  const part = optionalPaths.cosigners;
  const bytes = members.get(part);
  if (bytes === undefined) return [];
  const keys = attempt("E06", { part }, () => readLines(bytes).map(parseVkey));
  demand(keys.length > 0 && !keys.some(isWorkspaceKey), "E06", { part });
  return keys;
}

function approvedKey(vkey: string): NoteKey {
  try {
    return parseVkey(vkey.trim());
  } catch (cause) {
    throw new Fault("E06", { message: "An approved key that you gave can't be read." }, { cause });
  }
}

function isWorkspaceKey(key: NoteKey): boolean {
  return key.algorithm === "ed25519";
}
