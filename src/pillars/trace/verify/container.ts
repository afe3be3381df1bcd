import { fromUtf8, sha256, toHex } from "../bytes.ts";
import { isKnownPath, manifestStatement, optionalPaths, paths, readManifest, type Manifest } from "../bundle/layout.ts";
import { readLines } from "../bundle/lines.ts";
import { openZip } from "../bundle/open-zip.ts";
import { sourceOf, type ByteSource } from "../bundle/source.ts";
import { openNote, parseVkey, sameKey, type NoteKey } from "../signed-note.ts";
import { attempt, attemptLater, demand, Fault } from "./fault.ts";
import type { VerifyOptions } from "./report.ts";

export interface Container {
  /** All members but the two long ones. */
  readonly members: ReadonlyMap<string, Uint8Array>;
  /** Events and disclosures, which are never held as a whole. */
  readonly long: ReadonlyMap<string, ByteSource>;
  readonly sums: ReadonlyMap<string, MemberSums>;
  readonly manifest: Manifest;
  readonly manifestText: string;
}

export interface MemberSums {
  readonly size: number;
  /** SHA-256 in hex. */
  readonly digest: string;
}

/** Members whose sums are known, before anything in them was looked at. */
export type Parts = Pick<Container, "members" | "long" | "sums">;

const longPaths: ReadonlySet<string> = new Set([paths.events, paths.disclosures]);
/** Of a member that is held as a whole. */
const largestHeld = 64 * 2 ** 20;

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

export function longMember({ long }: Pick<Container, "long">, path: string): ByteSource {
  const source = long.get(path);
  demand(source !== undefined, "E02", { part: path });
  return source;
}

/** The members of a strict container, each read once. */
export async function openParts(source: ByteSource, pause: () => Promise<void>): Promise<Parts> {
  return attemptLater("E01", {}, async () => {
    const members = new Map<string, Uint8Array>();
    const long = new Map<string, ByteSource>();
    const sums = new Map<string, MemberSums>();
    for (const [path, { data, digest }] of await openZip(source, pause)) {
      sums.set(path, { size: data.size, digest });
      demand(longPaths.has(path) || data.size <= largestHeld, "E01", {});
      if (longPaths.has(path)) long.set(path, data);
      else members.set(path, await data.read(0, data.size));
    }
    return { members, long, sums };
  });
}

/** The same for members that somebody has taken out of their container. */
export function partsOf(all: ReadonlyMap<string, Uint8Array>): Parts {
  const entries = [...all];
  return {
    members: new Map(entries.filter(([path]) => !longPaths.has(path))),
    long: new Map(entries.flatMap(([path, bytes]) => (longPaths.has(path) ? [[path, sourceOf(bytes)]] : []))),
    sums: new Map(entries.map(([path, bytes]) => [path, { size: bytes.length, digest: toHex(sha256(bytes)) }])),
  };
}

/** With its list of contents, in form but neither compared nor signed yet. */
export function containerOf(parts: Parts): Container {
  const part = paths.manifest;
  const manifestText = attempt("E03", { part }, () => fromUtf8(memberBytes(parts, part)));
  const manifest = attempt("E03", { part }, () => readManifest(manifestText));
  return { ...parts, manifest, manifestText };
}

/** Every listed member is there, unchanged, and nothing else is. */
export function checkMembers({ sums, manifest }: Container): void {
  const listed = new Set<string>([paths.manifest, paths.manifestNote]);
  const sumsOf = (path: string): MemberSums => {
    const found = sums.get(path);
    demand(found !== undefined, "E02", { part: path });
    return found;
  };
  for (const { path, bytes, sha256: expected } of manifest.files) {
    const { size, digest } = sumsOf(path);
    demand(isKnownPath(path) && !listed.has(path), "E04", { part: path });
    demand(size === bytes, "E02", { part: path });
    demand(digest === expected, "E05", { part: path });
    listed.add(path);
  }
  for (const path of sums.keys()) demand(listed.has(path), "E04", { part: path });
  for (const path of Object.values(paths)) sumsOf(path);
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
