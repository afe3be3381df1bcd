/** An entry's way up to a signed checkpoint; hashes in Base64. */
interface LoggedEntry {
  readonly index: number;
  readonly proof: readonly string[];
  /** The note of the log's head, as it stands. */
  readonly checkpoint: string;
}

/** C2SP tlog-proof: what others' tools need in order to check, by the log's key alone, that an entry is in the log. Without `extra`. */
export function tlogProof({ index, proof, checkpoint }: LoggedEntry): string {
  return ["c2sp.org/tlog-proof@v1", `index ${index}`, ...proof, "", checkpoint].join("\n");
}
