import type { Action } from "#pillars/firewall";
import type { IconName, MarkedPart, Signal } from "#ui/kit";

/** A guard's own picture; one that has none yet shows a shield. */
const icons: Readonly<Record<string, IconName | undefined>> = {
  injection: "shield-alert",
  personalData: "user-round",
  secrets: "key-round",
  promptLeak: "scroll-text",
  links: "link",
  words: "list-checks",
  offensive: "message-square",
  topics: "route",
  schema: "braces",
  grounding: "search-check",
  transformer: "brain",
  judge: "scroll-text",
};

export function guardIcon(guard: string): IconName {
  return icons[guard] ?? "shield";
}

type Tone = Exclude<MarkedPart, string>["tone"];

/** How a finding is marked, by what the settings do about it. */
export const tones: Readonly<Record<Action, Tone>> = {
  allow: "note",
  warn: "note",
  redact: "change",
  ask: "ask",
  block: "stop",
};

/** The signal and the picture of a verdict; what passes changed has no signal of its own. */
export const verdictLooks: Readonly<Record<Action, { readonly signal?: Signal; readonly icon: IconName }>> = {
  allow: { signal: "pass", icon: "check" },
  warn: { signal: "ask", icon: "eye" },
  redact: { icon: "pen-line" },
  ask: { signal: "ask", icon: "hand" },
  block: { signal: "stop", icon: "octagon-x" },
};
