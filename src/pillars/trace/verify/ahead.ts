import { isKind, type RunEvent } from "#engine";

/** What a rule has to know of the rest of the run when it judges a step, by step key. */
export interface Ahead {
  /** Something of this key was refused. */
  isRefused(key: string): boolean;
  /** A tool answered under this key. */
  isAnswered(key: string): boolean;
  /** The run was broken off right behind this call, before the gate could say whether it lets it through. */
  isBrokenOff(key: string): boolean;
  /** A tool or a model gave something under this key: it was there, and did not fail. */
  hasWorked(key: string): boolean;
  /** The target of this call was looked for in earlier runs and not found. */
  isUnknown(key: string): boolean;
  add(event: RunEvent): void;
}

export function createAhead(): Ahead {
  const refused = new Set<string>();
  const answered = new Set<string>();
  const unknown = new Set<string>();
  const worked = new Set<string>();
  let lastCall: string | undefined;
  return {
    isRefused: (key) => refused.has(key),
    isAnswered: (key) => answered.has(key),
    isBrokenOff: (key) => key === lastCall,
    hasWorked: (key) => worked.has(key),
    isUnknown: (key) => unknown.has(key),
    add(event) {
      if (isKind(event, "tool.call")) lastCall = event.key;
      else if (!isKind(event, "run.close")) lastCall = undefined;
      if (isKind(event, "privilege.deny")) refused.add(event.key);
      if (isKind(event, "tool.result")) {
        answered.add(event.key);
        if (event.attrs.outcome === "success") worked.add(event.key);
      }
      if (isKind(event, "llm.response") && event.attrs.failure === undefined) worked.add(event.key);
      if (isKind(event, "privilege.known") && !event.attrs.known) unknown.add(event.key);
    },
  };
}
