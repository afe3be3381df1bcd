import { fromBase64, toBase64 } from "./base64.ts";
import { concat, equalBytes, sha256, toHex, utf8 } from "./bytes.ts";
import { verifyEd25519, type Signer } from "./signature.ts";
import { TraceError } from "./trace-error.ts";

// C2SP signed-note v1.0.0 and tlog-cosignature: the first byte of a key says how its signatures are made.
const algorithms = { ed25519: 0x01, cosignature: 0x04 } as const;
export type KeyAlgorithm = keyof typeof algorithms;

const signatureMark = "\u2014 ";
const mostSignatures = 100;

export interface NoteKey {
  readonly name: string;
  /** Eight hex digits: the start of SHA-256(name, newline, algorithm, public key). */
  readonly id: string;
  readonly algorithm: KeyAlgorithm;
  readonly publicKey: Uint8Array;
}

export interface NoteSignature {
  readonly key: NoteKey;
  /** Seconds since the epoch; only cosignatures carry one. */
  readonly time?: number;
}

export interface OpenedNote {
  /** The signed text, ending with a newline. */
  readonly text: string;
  /** The signatures of known keys, all of them verified; never empty. */
  readonly signatures: readonly NoteSignature[];
  /** How many signatures belong to keys that are not known here. */
  readonly unknown: number;
}

/** Writes a 32 byte Ed25519 public key as a vkey line. The name holds no space and no plus sign. */
export function formatVkey(name: string, publicKey: Uint8Array, algorithm: KeyAlgorithm = "ed25519"): string {
  if (!isKeyName(name) || publicKey.length !== 32) throw new TraceError("bad-key");
  const typed = concat(Uint8Array.of(algorithms[algorithm]), publicKey);
  return `${name}+${keyId(name, typed)}+${toBase64(typed)}`;
}

export function parseVkey(vkey: string): NoteKey {
  const [name = "", id = "", ...rest] = vkey.split("+");
  const typed = decodeKey(rest.join("+"));
  const algorithm = typed[0] === algorithms.ed25519 ? "ed25519" : "cosignature";
  if (typed.length !== 33 || typed[0] !== algorithms[algorithm]) throw new TraceError("bad-key");
  if (!isKeyName(name) || id !== keyId(name, typed)) throw new TraceError("bad-key");
  return { name, id, algorithm, publicKey: typed.subarray(1) };
}

/** Signs a text (which ends with a newline) and returns the whole note. */
export async function signNote(text: string, signer: Signer): Promise<string> {
  if (!isNoteText(text)) throw new TraceError("bad-note");
  return `${text}\n${signatureLine(parseVkey(signer.vkey), await signer.sign(utf8(text)))}`;
}

/** Adds a witness's cosignature, which also states when: `time` in seconds since the epoch. */
export async function cosignNote(note: string, signer: Signer, time: number): Promise<string> {
  return note + (await cosignature(splitNote(note).text, signer, time));
}

/** The signature line alone, ending with a newline: for a text that is stored elsewhere. */
export async function cosignature(text: string, signer: Signer, time: number): Promise<string> {
  const key = parseVkey(signer.vkey);
  if (key.algorithm !== "cosignature" || !Number.isSafeInteger(time) || time < 0) throw new TraceError("bad-key");
  if (!isNoteText(text)) throw new TraceError("bad-note");
  const signature = await signer.sign(cosignedMessage(text, time));
  const stamp = new Uint8Array(8);
  new DataView(stamp.buffer).setBigUint64(0, BigInt(time));
  return signatureLine(key, concat(stamp, signature));
}

/**
 * Opens a note with known keys. Signatures of unknown keys are ignored; a wrong signature under a known key, or none that
 * is known, refuses the note.
 */
export function openNote(note: string, keys: readonly NoteKey[]): OpenedNote {
  const { text, lines } = splitNote(note);
  const signatures = lines.flatMap(({ name, id, bytes }) => {
    const key = keys.find((each) => each.name === name && each.id === id);
    return key === undefined ? [] : [verifySignature(key, text, bytes)];
  });
  if (signatures.length === 0) throw new TraceError("unsigned-note");
  return { text, signatures, unknown: lines.length - signatures.length };
}

function verifySignature(key: NoteKey, text: string, bytes: Uint8Array): NoteSignature {
  if (key.algorithm === "ed25519") {
    if (!verifyEd25519(key.publicKey, utf8(text), bytes)) throw new TraceError("bad-note", "wrong signature");
    return { key };
  }
  if (bytes.length !== 72) throw new TraceError("bad-note", "wrong signature");
  const time = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0));
  if (!Number.isSafeInteger(time)) throw new TraceError("bad-note", "wrong time");
  if (!verifyEd25519(key.publicKey, cosignedMessage(text, time), bytes.subarray(8))) {
    throw new TraceError("bad-note", "wrong signature");
  }
  return { key, time };
}

interface SignatureLine {
  readonly name: string;
  readonly id: string;
  readonly bytes: Uint8Array;
}

// The LAST empty line ends the text: a text may hold empty lines itself, and splitting at the first would let an attacker
// choose what was signed.
function splitNote(note: string): { text: string; lines: SignatureLine[] } {
  const split = note.lastIndexOf("\n\n");
  const text = note.slice(0, split + 1);
  const block = note.slice(split + 2);
  if (split < 0 || !isNoteText(text) || !block.endsWith("\n")) throw new TraceError("bad-note");
  const lines = block.slice(0, -1).split("\n");
  if (lines.length > mostSignatures) throw new TraceError("bad-note", "too many signatures");
  return { text, lines: lines.map(parseSignatureLine) };
}

function parseSignatureLine(line: string): SignatureLine {
  const [name = "", encoded = "", ...more] = line.slice(signatureMark.length).split(" ");
  if (!line.startsWith(signatureMark) || !isKeyName(name) || more.length > 0) throw new TraceError("bad-note");
  const bytes = fromBase64(encoded);
  if (bytes.length < 5) throw new TraceError("bad-note");
  return { name, id: toHex(bytes.subarray(0, 4)), bytes: bytes.slice(4) };
}

function signatureLine(key: NoteKey, signature: Uint8Array): string {
  const id = Uint8Array.from(key.id.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return `${signatureMark}${key.name} ${toBase64(concat(id, signature))}\n`;
}

function cosignedMessage(text: string, time: number): Uint8Array {
  return utf8(`cosignature/v1\ntime ${time}\n${text}`);
}

function keyId(name: string, typed: Uint8Array): string {
  return toHex(sha256(concat(utf8(`${name}\n`), typed)).subarray(0, 4));
}

function decodeKey(text: string): Uint8Array {
  try {
    return fromBase64(text);
  } catch (cause) {
    throw new TraceError("bad-key", undefined, { cause });
  }
}

function isKeyName(name: string): boolean {
  return name !== "" && name.isWellFormed() && !/[\s+\p{Cc}]/u.test(name);
}

function isNoteText(text: string): boolean {
  // C2SP: no control character below U+0020 but the newline.
  // oxlint-disable-next-line no-control-regex
  return text.endsWith("\n") && text.isWellFormed() && !/[\u0000-\u0009\u000b-\u001f]/.test(text);
}

/** True when both are equal key lines. Compares the parsed keys, so that no spelling passes for another key. */
export function sameKey(a: NoteKey, b: NoteKey): boolean {
  return a.name === b.name && a.algorithm === b.algorithm && equalBytes(a.publicKey, b.publicKey);
}
