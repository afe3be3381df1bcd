export { cedarFiles, type CedarFiles } from "./cedar-files.ts";
export { reachOf, type ReachRow } from "./reach.ts";
export { type ReachPhrases, reachWords, type ReachSentences } from "./reach-words.ts";
export type { Terms } from "./weakest.ts";
export { policyFindings } from "./policy-findings.ts";
export { adoptRules, enoughChats, smallerRules, type SmallerRule } from "./least-privilege.ts";
export { type RecordedUse, usesIn } from "./recorded-use.ts";
