import { fromUtf8, utf8 } from "../bytes.ts";
import { manifestStatement, paths, readManifest } from "../bundle/layout.ts";
import { manifestOf } from "../bundle/write.ts";
import { readZip, writeZip } from "../bundle/zip.ts";
import type { Signer } from "../signature.ts";
import { signNote } from "../signed-note.ts";
import { parseTime } from "../time.ts";

/** Replaces members and seals the bundle again with its workspace's key: what an insider could do. */
export async function reseal(
  bundle: Uint8Array,
  changes: ReadonlyMap<string, Uint8Array>,
  workspace: Signer,
): Promise<Uint8Array> {
  const members = new Map([...readZip(bundle), ...changes]);
  const before = readManifest(fromUtf8(members.get(paths.manifest) ?? new Uint8Array()));
  members.delete(paths.manifest);
  members.delete(paths.manifestNote);
  const { origin, withheld } = before;
  const manifest = await manifestOf({ origin, created: parseTime(before.created) ?? 0 }, members, withheld);
  members.set(paths.manifest, utf8(manifest));
  members.set(paths.manifestNote, utf8(await signNote(manifestStatement(origin, manifest), workspace)));
  return writeZip(members);
}
