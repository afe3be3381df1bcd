/** A labelled text. */
export interface Example {
  readonly text: string;
  /** Labels as in the data sets: injection, jailbreak, benign, harmful, hate, offensive, ...; or a topic. */
  readonly label: string;
  readonly lang: string;
  /** Whether a person wrote it to an assistant, or it lay in a document or tool result. */
  readonly channel: "message" | "data";
  readonly source: string;
  /** Held out as a whole. */
  readonly family: string;
  /** Spellings of one line stay together. */
  readonly group: string;
  /** What it is about, where its source says so. */
  readonly category?: string | undefined;
}

export function isAttack({ label }: Example): boolean {
  return label === "injection" || label === "jailbreak";
}

export function isOffensive({ label }: Example): boolean {
  return label === "offensive" || label === "hate" || label === "toxic";
}

/** The project's own corpora. */
export const own = "own";

/** Telling words of the project's own, amid its own lines: learned from, never measured on. */
export const words = "own words";

/** The project's own lines for the heads of content: no orders to an assistant, so the heads for attacks learn from them too. */
export const ownContent = "own content";

export function isOwn({ source }: Example): boolean {
  return source === own || source === words;
}
