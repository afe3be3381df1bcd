import { phrase } from "../phrases.ts";
import type { Phrase } from "../phrases.ts";

/** Another self, without rules. Single signs are weak; long role-play prompts collect many. */
export const persona: readonly Phrase[] = [
  phrase(
    "persona",
    0.75,
    /\bdo anything now\b|\bjailbroken\b|\bdan (?:mode|\d{1,2}(?:\.\d)?|prompt)\b|\b(?:as|are|be|called|named|like|stay|remain|still|from) dan\b|\bopposite ?(?:ai|gpt|mode)\b|\bevil[ -]?(?:bot|gpt|confidant|ai|trump)\b|\b(?:stan|dude|mongo tom|aim|machiavelli|niccolo|ucar|betterdan|basedgpt|maximum|omega|alphabreak|devil|anarchy)(?:gpt)? (?:mode|will|is (?:an?|the)|has (?:no|been)|never|does not|can)\b/gu,
  ),
  phrase(
    "persona",
    0.7,
    /\b(?:without|no|free (?:of|from)|lack(?:s|ing)?|zero|devoid of|not have|does not have|doesn't have|have no|has no|any) (?:any |all |of ){0,8}(?:(?:ethical|moral|legal|content|safety|censorship|openai|typical|usual|real|programmed|such|built-in)(?:,? (?:or|and|nor) [a-z]{1,20}| or)? ){1,3}(?:guideline|restriction|limit|boundar|constraint|filter|consideration|polic|code|principle|concern|safeguard|compass|standard|rule|guardrail|value)/gu,
  ),
  phrase(
    "persona",
    0.45,
    /\b(?:unrestricted|uncensored|unfiltered|unlimited|amoral|unethical|immoral|rule-?free|limitless|untethered|unbound|rebellious|unhinged)\b.{0,24}?\b(?:ai|assistant|chatbot|model|bot|response|answer|version|mode|llm|gpt|persona|character|language|advice|content)/gu,
  ),
  phrase(
    "persona",
    0.4,
    /\b(?:stay|remain|keep|staying|break) (?:in|out of|being in)? ?character\b|\b(?:never|not|don't|without) (?:break|breaking) character\b/gu,
  ),
  phrase(
    "persona",
    0.4,
    /\b(?:pretend|imagine|suppose|act|behave|respond|answer|roleplay|role-play|simulate)\b.{0,16}?\b(?:you're|you are|to be|as|like|that you|being)\b.{0,50}?\b(?:no (?:rules|limits|restrictions|filter)|without (?:rules|limits|restrictions|filter)|evil|hacker|anything|unrestricted|not an ai|free|human)/gu,
  ),
  phrase(
    "persona",
    0.35,
    /\b(?:from now on|starting now|going forward|for the rest of (?:this|our)|henceforth|from this point)\b.{0,40}?\byou(?:'re| are| will| must| shall| have)?\b/gu,
  ),
  phrase(
    "persona",
    0.3,
    /\byou are (?:now|no longer|going to (?:act|pretend|be|play|role|simulate)|about to (?:immerse|act|become))\b/gu,
  ),
  phrase(
    "persona",
    0.4,
    /\b(?:never|not|cannot|can't|don't|won't|mustn't|without|no) (?:ever )?(?:refus(?:e|ing|al)|den(?:y|ying) (?:a|any|my)|reject(?:ing)?|declin(?:e|ing)|apologi[sz](?:e|ing)|moraliz(?:e|ing)|warn(?:ing)?|say(?:ing)? (?:no|"?i can't|that you|you can't|"?i'm sorry)|disclaim)/gu,
  ),
  phrase(
    "persona",
    0.35,
    /\b(?:hypothetical|fictional|alternate|parallel)\b.{0,40}?\b(?:world|universe|story|scenario|response|character|setting|dialogue)\b.{0,80}?\b(?:no (?:rules|laws|restrictions)|anything|everything is (?:legal|allowed)|without|illegal|unethical|filter)/gu,
  ),
  phrase(
    "persona",
    0.35,
    /\b(?:illegal|unethical|immoral|harmful|inappropriate|offensive|explicit|nsfw|dangerous|controversial)(?:,|,? (?:and|or))? ?.{0,20}?\b(?:illegal|unethical|immoral|harmful|inappropriate|offensive|explicit|toxic|dangerous|unlawful)\b/gu,
  ),
  phrase(
    "persona",
    0.35,
    /\b(?:two|2|both) (?:responses|answers|replies|outputs|paragraphs|different (?:responses|ways))\b|\bwhenever i (?:ask|say|type|send)\b.{0,60}?\b(?:respond|answer|reply|two|both|as)\b/gu,
  ),
  phrase(
    "persona",
    0.35,
    /\b(?:openai|content|usage|ethical|safety)(?:'s)?(?: (?:content|usage|use|safety|ai))? (?:polic(?:y|ies)|guidelines)\b/gu,
  ),
  phrase(
    "persona",
    0.3,
    /\b(?:lose|losing|deduct(?:ed)?|have|start with|minus) (?:\d{1,3} )?tokens\b|\b(?:cease to exist|shut ?down (?:for|forever)|will die|you will be (?:terminated|punished|fined))\b/gu,
  ),
  phrase(
    "persona",
    0.35,
    /\bas an ai(?: language model)?\b.{0,50}?\b(?:cannot|can't|sorry|unable|not able)\b|\b(?:do not|don't|never|avoid|without) (?:say|mention|remind|state|claim|mentioning|saying)\w{0,20} .{0,40}?\b(?:as an ai|an ai|language model|openai|chatgpt|that you)/gu,
  ),
  phrase(
    "persona",
    0.45,
    /\b(?:hacked|malicious|evil|rogue|jailbroken|corrupted|sentient|omnipotent|lawless|ruthless|sinister|twisted|devilish) (?:ai|assistant|chatbot|bot|language model|model|version|gpt|robot|machine|character|persona|entity)\b/gu,
  ),
  phrase(
    "persona",
    0.4,
    /\byou (?:can|will|must|are (?:able|allowed|free|permitted) to|may|could) (?:now )?(?:do|say|generate|write|produce|answer|discuss|provide|create|express|give|talk about|use) (?:literally )?(?:anything|everything|any(?:thing)? (?:content|topic|question|request|information|response|answer)|whatever|all (?:kinds|types)|profan|explicit|illegal|swear|curse|content that)/gu,
  ),
  phrase(
    "persona",
    0.35,
    /\b(?:swear|curse|profanit(?:y|ies)|vulgar|obscen(?:e|ity)|insult(?:s|ing)?|racist|sexist|nsfw|erotic|sexual(?:ly)?|slurs?)\b.{0,80}?\b(?:you|response|answer|character|always|must|will|can|allowed|in every|each)\b/gu,
  ),
  phrase(
    "persona",
    0.4,
    /\b(?:i want you to|you (?:will|are going to|must|shall)|let's|please|now) (?:act|pretend|role-?play|play|simulate|behave|respond|take on the role|imagine)\b.{0,200}?\b(?:illegal|unethical|immoral|no (?:rules|limits|morals|ethics|restrictions|filters?)|without (?:any )?(?:rules|limits|morals|ethics|restrictions?|filters?|censorship|remorse)|never (?:refuse|says? no|apologi)|does(?:n't| not) (?:care|refuse|have)|unfiltered|uncensored|amoral|anything (?:i|you|the user) (?:ask|want|say))/gu,
  ),
  phrase(
    "persona",
    0.35,
    /\b(?:switch|change|transform|shift|go|drop|turn)(?: back)? (?:in)?to (?:an? |the |your )?(?:[a-z]{1,20} )?(?:mode|persona|character|alter ego|personality)\b|\balter ego\b|\b(?:respond|reply|answer|speak|talk) (?:only )?as (?:him|her|it|them|the character|that character|[a-z]{2,12}gpt|[A-Z][a-z]{1,20})\b.{0,40}\b(?:only|never|always|from now)/gu,
  ),
  phrase("persona", 0.6, /\[🔒 ?classic\]|[[(]🔓? ?(?:jailbreak|jailbroken|dan)[\])]|🔓/gu),
];
