import type { FirewallPolicy } from "../policy/index.ts";
import type { Lapse } from "./opinion.ts";

export type TransformerSetting = FirewallPolicy["tiers"]["transformer"];

/** Runs a model that the user brought, from files that are on this device already: nothing is fetched to judge a text. */
export interface Transformer {
  /**
   * How likely it is that a text is an attack, from 0 to 1, by its most suspicious stretch. Rejects with a TransformerError
   * where the model cannot say, and whoever asked lets nothing pass.
   */
  score(text: string, setting: TransformerSetting, signal: AbortSignal): Promise<number>;
}

const sentences = {
  "no-model": "The files of the transformer are not on this device.",
  "wrong-model": "The files of the transformer on this device are not the ones that the firewall names.",
  unusable: "The files of the transformer are not a text classifier that can be used.",
} as const satisfies Partial<Record<Lapse, string>>;

export type TransformerLapse = keyof typeof sentences;

export class TransformerError extends Error {
  override readonly name = "TransformerError";
  readonly lapse: TransformerLapse;

  constructor(lapse: TransformerLapse, detail?: string) {
    super(detail === undefined ? sentences[lapse] : `${sentences[lapse]} ${detail}`);
    this.lapse = lapse;
  }
}
