import type { CodeLanguage, CodeLimits, CodeReads } from "#engine";
import type { JsonText, WallEnding } from "#pillars/sandbox";

/** What the guest may say to the driver. Every text was checked for type and length before it was read out of the guest. */
export interface GuestBorder {
  /** Answers undefined when the call goes ahead, else the refusal that the guest sees. */
  call(id: number, tool: string, argument: string): string | undefined;
  log(line: string): void;
  end(ending: GuestEnding): void;
  /** Polled while guest code runs; true stops it for good. */
  mustStop(): boolean;
}

export type GuestEnding =
  | { readonly how: "value"; readonly text: JsonText; readonly columns?: string }
  | { readonly how: "too-large" }
  | { readonly how: "not-json" }
  | { readonly how: "out-of-memory" }
  | { readonly how: "too-many-rows" }
  | { readonly how: "thrown"; readonly message: string; readonly line?: number; readonly isDenial: boolean };

export interface GuestSetup {
  readonly seed: number;
  readonly limits: CodeLimits;
  readonly reads?: CodeReads;
  readonly border: GuestBorder;
}

/**
 * One guest, used for one run and then dropped with its memory: nothing is disposed, so no state can survive and no
 * clean-up code runs on a heap that the guest may have damaged. Any method may throw; then the guest is lost.
 */
export interface Guest {
  /** Compiles `source` as the body of an async function of `input` and starts it. */
  start(source: string, input: string): void;
  /** Answers call `id`: JSON text when `ok`, else the message of an Error. */
  answer(id: number, ok: boolean, text: string, isDenial: boolean): void;
  /** Runs up to `jobs` waiting jobs; whether more are waiting. */
  pump(jobs: number): boolean;
  /** Linear memory held, engine included. It never shrinks, so this is the peak. */
  memoryBytes(): number;
  /** Whether memory was refused to the guest; an engine that cannot tell is judged by `memoryBytes`. */
  isFull?(): boolean;
}

/** Thrown out of a guest to end it, where the engine knows why. */
export class GuestStop extends Error {
  readonly ending: WallEnding;

  constructor(ending: WallEnding) {
    super(ending.how);
    this.ending = ending;
  }
}

export type Preparation =
  | { readonly ok: true; readonly source: string }
  | { readonly ok: false; readonly ending: WallEnding };

/** The seam for other engines and other languages: same border, same limits, same outcomes. */
export interface GuestEngine {
  /** What a language needs before the guest compiles it; line numbers stay. Runs inside wall 2, because parsers hang as well. */
  prepare(language: CodeLanguage, source: string): Promise<Preparation>;
  /** The smallest program, which is run once in a guest that is then dropped: engines compile at first use. */
  readonly rehearsal: {
    readonly language: CodeLanguage;
    readonly source: string;
    /** What it needs, where that is more than an engine usually does. */
    readonly memoryBytes?: number;
  };
  open(setup: GuestSetup): Promise<Guest>;
  /** Does ahead of a run what it would wait for, if it will ask for this much memory. */
  anticipate?(memoryBytes: number): Promise<void>;
  /**
   * Makes the platform give what was anticipated its memory now, piece by piece, where it does so only at the first touch of each page. Ends
   * when a run has begun.
   * @param turn resolves when other work that has come up in the meantime is done.
   */
  populate?(turn: () => Promise<void>): Promise<void>;
}
