import { equalBytes, fromUtf8, utf8 } from "../bytes.ts";
import { paths } from "../bundle/layout.ts";
import { splitNotes } from "../bundle/lines.ts";
import { parseCheckpoint, type Checkpoint } from "../checkpoint.ts";
import { openNote, sameKey, type NoteKey, type NoteSignature } from "../signed-note.ts";
import { memberBytes, type Container, type Keys } from "./container.ts";
import type { SealedLog } from "./steps.ts";
import { attempt, demand, Fault } from "./fault.ts";

/** A signature under the checkpoint of that many lines. */
export interface CheckpointSignature extends NoteSignature {
  readonly size: number;
}

/** The run's own checkpoints: signed by its key, ascending, each with the root of the lines it covers, the last with all. */
export function checkCheckpoints(container: Container, keys: Keys, log: SealedLog): readonly CheckpointSignature[] {
  const part = paths.checkpoints;
  const notes = attempt("E21", { part }, () => splitNotes(fromUtf8(memberBytes(container, part))));
  const opened = notes.map((note) => openSigned(note, keys.run, keys, "E20", part));
  const latest = utf8(notes.at(-1) ?? "");
  demand(equalBytes(latest, memberBytes(container, paths.checkpoint)), "E21", { part: paths.checkpoint });
  checkRoots(
    opened.map(({ checkpoint }) => checkpoint),
    log,
    keys.run.name,
  );
  return opened.flatMap(({ checkpoint: { size }, signatures }) => signatures.map((each) => ({ ...each, size })));
}

/** Opens a checkpoint that must carry its log's signature and no signature that the bundle does not explain. */
export function openSigned(note: string, log: NoteKey, keys: Keys, code: "E20" | "E30", part: string) {
  const known = [log, ...keys.cosigners, ...keys.trustedCosigners];
  const { text, signatures, unknown } = attempt(code, { part }, () => {
    try {
      return openNote(note, known);
    } catch (cause) {
      // If the log's own signature holds, a witness is at fault.
      openNote(note, [log]);
      throw new Fault("E35", { part }, { cause });
    }
  });
  demand(
    signatures.some(({ key }) => sameKey(key, log)),
    code,
    { part },
  );
  demand(unknown === 0, "E35", { part });
  const checkpoint = attempt(code === "E20" ? "E21" : "E31", { part }, () => parseCheckpoint(text));
  return { checkpoint, signatures };
}

/** The sizes of which the roots are needed, whatever else is wrong with the notes. */
export function sizesIn(notes: string): number[] {
  return [...notes.matchAll(/^(?:0|[1-9][0-9]{0,15})$/gmu)].map(([size]) => Number(size));
}

function checkRoots(checkpoints: readonly Checkpoint[], { size: all, roots }: SealedLog, origin: string): void {
  const part = paths.checkpoints;
  let covered = 0;
  for (const { origin: named, size, root } of checkpoints) {
    demand(named === origin && size > covered, "E21", { part });
    if (size > all) throw cutOff(size, all);
    if (!equalBytes(roots.get(size) ?? new Uint8Array(), root)) throw changedBetween(covered, size - 1);
    covered = size;
  }
  const added = all - covered;
  demand(added === 0, "E23", { step: covered, message: `${added} steps were added after sealing.` });
}

function cutOff(signed: number, present: number): Fault {
  const message = `The signed record says ${signed} steps; this file has ${present}: the end was cut off.`;
  return new Fault("E22", { step: present, message });
}

// The chain inside the stretch holds, so either its last step alone was changed or all from the changed one on were rewritten.
function changedBetween(first: number, last: number): Fault {
  const which = first === last ? `Step ${last}` : `Step ${last}, or one from step ${first} on,`;
  return new Fault("E24", { step: last, message: `${which} was changed after it was recorded.` });
}
