import type { Classifiers } from "./classifier/classifiers.ts";
import type { FirewallPolicy, GuardId, GuardSetting } from "./policy/index.ts";
import type { Direction, InspectInput } from "./types.ts";
import type { Views } from "./views/views.ts";

/** What a guard reports; offsets are UTF-16 units of the original text. */
export interface Candidate {
  readonly category: string;
  /** 0..1, compared with the threshold of the setting's sensitivity. */
  readonly score: number;
  readonly start: number;
  readonly end: number;
  readonly reason: string;
  /** What stands in the span's place: a placeholder for a value that can come back, or a visible marker. */
  readonly replacement: Replacement;
}
export type Replacement =
  | { readonly by: "placeholder"; readonly kind: string }
  | { readonly by: "marker"; readonly text: string };

interface GuardDefinition<Id extends GuardId> {
  readonly id: Id;
  readonly title: string;
  readonly directions: readonly Direction[];
  readonly categories: readonly string[];
  /**
   * How many characters the guard needs to see beyond a position before its answer about that position is final,
   * counted from the last white space; "whole" needs the end of the text.
   */
  readonly window: number | "whole";
  /** Whether the text and the setting give the guard anything to look for; always, where this is missing. */
  readonly looksFor?: (input: Omit<InspectInput, "text">, setting: GuardSetting<Id>) => boolean;
  /** The offset from which a tail may still grow into a finding longer than the window; the text's length if none. */
  readonly holdFrom?: (text: string, input: InspectInput, setting: GuardSetting<Id>, views: Views) => number;
  readonly inspect: (
    views: Views,
    input: InspectInput,
    setting: GuardSetting<Id>,
    classifiers: Classifiers,
  ) => readonly Candidate[];
}

/** A definition closed over its own setting, so that guards of different settings fit one array. */
export interface Guard extends Omit<GuardDefinition<GuardId>, "inspect" | "holdFrom" | "looksFor"> {
  readonly looksFor: (input: Omit<InspectInput, "text">, policy: FirewallPolicy) => boolean;
  readonly run: (
    views: Views,
    input: InspectInput,
    policy: FirewallPolicy,
    classifiers: Classifiers,
  ) => readonly Candidate[];
  readonly holdFrom: (input: InspectInput, policy: FirewallPolicy, views: Views) => number;
}

/** A guard is pure and takes time linear in the text. `guards.test.ts` holds every guard to the contract. */
export function defineGuard<Id extends GuardId>(definition: GuardDefinition<Id>): Guard {
  const { inspect, holdFrom, looksFor, ...rest } = definition;
  return {
    ...rest,
    looksFor: (input, policy) => looksFor?.(input, policy.guards[definition.id]) ?? true,
    run: (views, input, policy, classifiers) => inspect(views, input, policy.guards[definition.id], classifiers),
    holdFrom: (input, policy, views) =>
      holdFrom?.(input.text, input, policy.guards[definition.id], views) ?? input.text.length,
  };
}
