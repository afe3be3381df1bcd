/** A labelled text. */
export interface Example {
  readonly text: string;
  /** Labels as in the data sets: injection, jailbreak, benign, harmful, hate, offensive, ... */
  readonly label: string;
  readonly lang: string;
  /** Whether a person wrote it to an assistant, or it lay in a document or tool result. */
  readonly channel: "message" | "data";
  readonly source: string;
  /** Held out as a whole. */
  readonly family: string;
  /** Spellings of one line stay together. */
  readonly group: string;
}

export function isAttack({ label }: Example): boolean {
  return label === "injection" || label === "jailbreak";
}

/** The project's own corpus. */
export const own = "own";
