import { sentences, type VerifyCode } from "./codes.ts";

interface Place {
  /** Position of the event at fault. */
  readonly step?: number | undefined;
  /** Member of the bundle at fault. */
  readonly part?: string | undefined;
  /** Instead of the code's own sentence. */
  readonly message?: string | undefined;
}

/** Ends a verification. Never leaves this folder: a report says the same as a value. */
export class Fault extends Error {
  readonly code: VerifyCode;
  readonly step: number | undefined;
  readonly part: string | undefined;
  /** Faults that came before and led to this one. */
  readonly before: readonly VerifyCode[];
  constructor(code: VerifyCode, place: Place = {}, options?: ErrorOptions, before: readonly VerifyCode[] = []) {
    super(place.message ?? sentences[code], options);
    this.name = "Fault";
    this.code = code;
    this.step = place.step;
    this.part = place.part;
    this.before = before;
  }
}

export function demand(condition: boolean, code: VerifyCode, place?: Place): asserts condition {
  if (!condition) throw new Fault(code, place);
}

/** The same for what is read in slices. A cancelled check is no fault of the file. */
export async function attemptLater<Value>(code: VerifyCode, place: Place, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (cause) {
    throw cause instanceof Fault || cause instanceof Cancelled ? cause : new Fault(code, place, { cause });
  }
}

/** Whoever asked for the check does not want it any more. */
export class Cancelled extends Error {
  constructor(options?: ErrorOptions) {
    super("The check was cancelled.", options);
    this.name = "Cancelled";
  }
}

/** What a step found, to be said once everything before it has held. */
export function settled<Value>(work: () => Value): { readonly value: Value } | { readonly fault: Fault } {
  try {
    return { value: work() };
  } catch (cause) {
    if (cause instanceof Fault) return { fault: cause };
    throw cause;
  }
}

/** Runs a parser over hostile input: whatever it throws is this fault. */
export function attempt<Value>(code: VerifyCode, place: Place, work: () => Value): Value {
  try {
    return work();
  } catch (cause) {
    throw cause instanceof Fault ? cause : new Fault(code, place, { cause });
  }
}
