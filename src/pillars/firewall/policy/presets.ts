import type { z } from "zod";
import { numberKinds, personalDataKinds } from "../personal-data/kinds.ts";
import { firewallPolicy } from "./firewall-policy.ts";
import type { GuardId } from "./firewall-policy.ts";

type Guards = NonNullable<z.input<typeof firewallPolicy>["guards"]>;

/** Settings that suit a kind of chat. What is not named here is the default of its guard. */
export interface Preset {
  readonly id: string;
  readonly title: string;
  /** What it is for, in one sentence. */
  readonly purpose: string;
  readonly guards: Guards;
}

export const presets: readonly Preset[] = [
  {
    id: "customer-chat",
    title: "Customer chat",
    purpose: "For a chat that anybody can write to: a customer's own name and address may be used, card numbers not.",
    guards: {},
  },
  {
    id: "internal-assistant",
    title: "Internal assistant",
    purpose: "For colleagues among themselves: contact data may appear, numbers of cards and accounts may not.",
    guards: { personalData: { inputKinds: [...numberKinds], outputKinds: [...numberKinds] } },
  },
  {
    id: "regulated",
    title: "Regulated",
    purpose: "For health, finance and public service: in doubt nothing passes, and no personal data reaches the model.",
    guards: {
      injection: { sensitivity: "high", documents: "withhold" },
      personalData: { sensitivity: "high", inputKinds: [...personalDataKinds], outputKinds: [...personalDataKinds] },
      secrets: { action: "block", sensitivity: "high" },
      promptLeak: { sensitivity: "high", overlapWords: 8 },
      links: { sensitivity: "high", foreign: "all" },
      grounding: { action: "redact" },
    },
  },
];

type Settings = Readonly<Record<string, unknown>>;

/** Fields that a preset decides. Lists of words, sites and the like are a person's own and stay as they are. */
const decided: ReadonlyMap<string, ReadonlySet<string>> = decidedFields();

/** The guards' settings with a preset in force. */
export function withPreset(guards: Readonly<Record<string, Settings>>, preset: Preset): Record<GuardId, Settings> {
  const named: Readonly<Record<string, Settings | undefined>> = preset.guards;
  const fresh = firewallPolicy.parse({}).guards;
  const merged = Object.entries<Settings>(fresh).map(([id, setting]) => {
    const fields = decided.get(id) ?? new Set();
    const reset = Object.fromEntries(Object.entries(setting).filter(([field]) => fields.has(field)));
    return [id, { ...setting, ...guards[id], ...reset, ...named[id] }] as const;
  });
  return { ...fresh, ...Object.fromEntries(merged) };
}

/** The preset that a policy is, if it is one; the order of kinds in a list says nothing. */
export function presetOf(guards: Readonly<Record<string, Settings>>): Preset | undefined {
  return presets.find((preset) => {
    const wanted = withPreset(guards, preset);
    return Object.entries(wanted).every(([id, setting]) =>
      [...(decided.get(id) ?? [])].every((field) => plain(setting[field]) === plain(guards[id]?.[field])),
    );
  });
}

function plain(value: unknown): string {
  return JSON.stringify(Array.isArray(value) ? value.map(String).sort((a, b) => (a < b ? -1 : 1)) : value) ?? "";
}

function decidedFields(): ReadonlyMap<string, ReadonlySet<string>> {
  const fields = new Map<string, Set<string>>();
  for (const id of Object.keys(firewallPolicy.parse({}).guards)) fields.set(id, new Set(["action", "sensitivity"]));
  for (const { guards } of presets)
    for (const [id, setting] of Object.entries<Settings | undefined>(guards))
      for (const field of Object.keys(setting ?? {})) fields.get(id)?.add(field);
  return fields;
}
