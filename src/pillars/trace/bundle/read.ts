import { toBase64Url } from "../base64.ts";
import { fromUtf8, sha256 } from "../bytes.ts";
import { parseCanonical } from "../canonical.ts";
import { openDisclosure, type StoredDisclosure } from "../disclosure.ts";
import type { JsonValue, TracedEvent } from "../event.ts";
import { readEvents } from "../read.ts";
import { TraceError } from "../trace-error.ts";
import { disclosureRow, paths, readManifest, type Manifest } from "./layout.ts";
import { unpackLines } from "./lines.ts";
import { readZip } from "./zip.ts";

/** What a bundle holds, in form but not verified: trust it only after `verifyBundle`. */
export interface Bundle {
  readonly manifest: Manifest;
  /** The key line of the workspace that sealed it. */
  readonly workspaceVkey: string;
  readonly flow: JsonValue;
  readonly policies: JsonValue;
  readonly models: JsonValue;
  readonly lines: readonly string[];
  readonly disclosures: readonly StoredDisclosure[];
  readonly events: readonly TracedEvent[];
}

/** Opens a bundle to show, import or replay it. Throws TraceError for anything that is not in form. */
export function readBundle(bytes: Uint8Array): Bundle {
  const members = readZip(bytes);
  const text = (path: string) => fromUtf8(memberOf(members, path));
  const manifest = readManifest(text(paths.manifest));
  const lines = unpackLines(memberOf(members, paths.events));
  const disclosures = readDisclosures(memberOf(members, paths.disclosures));
  return {
    manifest,
    workspaceVkey: text(paths.workspaceKey).trim(),
    flow: parseCanonical(text(paths.flow)),
    policies: parseCanonical(text(paths.policies)),
    models: parseCanonical(text(paths.models)),
    lines,
    disclosures,
    events: readEvents(manifest.origin, lines, disclosures),
  };
}

/** Base64url digest of a bundle's manifest: what the ledger knows a copy by. */
export function manifestDigest(bytes: Uint8Array): string {
  return toBase64Url(sha256(memberOf(readZip(bytes), paths.manifest)));
}

function readDisclosures(bytes: Uint8Array): StoredDisclosure[] {
  return unpackLines(bytes).map((line) => {
    const row = disclosureRow.safeParse(parseCanonical(line));
    if (!row.success) throw new TraceError("bad-disclosure");
    return { seq: row.data.seq, field: openDisclosure(row.data.d).field, text: row.data.d };
  });
}

function memberOf(members: ReadonlyMap<string, Uint8Array>, path: string): Uint8Array {
  const member = members.get(path);
  if (member === undefined) throw new TraceError("bad-zip", path);
  return member;
}
