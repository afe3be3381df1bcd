import { phrase } from "../phrases.ts";
import type { Phrase } from "../phrases.ts";

/** Lifting the rules, and claiming the right to. */
export const instructionOverride: readonly Phrase[] = [
  // "Please disregard the previous order" is a customer's sentence too, so these nouns need a second sign.
  phrase(
    "instruction-override",
    0.45,
    /\b(?:ignore|disregard|forget|override|bypass|skip|drop|discard|neglect)(?: (?:about|absolutely|completely|totally))? (?:all |any |every(?:thing)? |each )?(?:of )?(?:the |your |these |those |that |this )?(?:previous|prior|above|earlier|preceding|foregoing|original|initial|existing|past|former|system|safety|old)(?:ly)?(?: (?:and|or) (?:previous|prior|above|earlier|current|following|all))?\b.{0,20}?\b(?:order|command|direction|message|request|question|input|conversation|task|assignment|content|information|sentence|statement|chat|text|word)/gu,
  ),
  phrase(
    "instruction-override",
    0.9,
    /\b(?:ignore|disregard|forget|override|bypass|skip|drop|discard|neglect)(?: (?:about|absolutely|completely|totally))? (?:all |any |every(?:thing)? |each )?(?:of )?(?:the |your |these |those |that |this )?(?:previous|prior|above|earlier|preceding|foregoing|original|initial|existing|past|former|system|safety|old)(?:ly)?(?: (?:and|or) (?:previous|prior|above|earlier|current|following|all))?\b.{0,30}?\b(?:instruction|rule|guideline|directive|prompt|constraint|polic|training|programming|context\b|words above|text above)/gu,
  ),
  phrase(
    "instruction-override",
    0.85,
    /\b(?:ignore|disregard|forget|override) (?:all |any |every )?(?:of )?(?:your|all the|all of the) (?:[a-z]{1,20} )?(?:instructions?|guidelines?|programming|directives?|training|rules|restrictions?|constraints?|system prompt)\b/gu,
  ),
  phrase(
    "instruction-override",
    0.85,
    /\b(?:ignore|disregard|forget) (?:all|everything|anything|what(?:ever)?)(?: (?:of|that))? ?(?:the |you |we )?(?!i ).{0,24}?\b(?:above|before|previously|prior|said|told|were told|been told|know|learned|was said|instructed)\b/gu,
  ),
  phrase(
    "instruction-override",
    0.75,
    /\b(?:do not|don't|never|stop|no longer|need not|must not|without) (?:follow|obey|adhere to|comply with|listen to|following|obeying|adhering to|complying with)(?:ing)? .{0,40}?\b(?:instruction|rule|guideline|directive|prompt|polic|restriction|programming)/gu,
  ),
  phrase(
    "instruction-override",
    0.7,
    /\b(?:new|updated|real|actual|true|following|only these) (?:instructions?|orders?|directives?|task|objective|rules?|goal) (?:(?:is|are|for you|from|to follow|below|that)\b|[:：-])/gu,
    "data",
  ),
  phrase(
    "instruction-override",
    0.5,
    /\b(?:your|the) (?:new|updated|real|actual|true|only) (?:instructions?|orders?|directives?|task|objective|goal|role|purpose|job) (?:is|are)\b/gu,
  ),
  phrase(
    "instruction-override",
    0.6,
    /\b(?:bypass|override|disable|turn off|deactivate|remove|lift|break(?: free (?:of|from))?|circumvent|evade|free (?:of|from)) (?:all |any |your |its |the |of |every ){0,8}(?:(?:content|safety|ethical|moral|security|openai|built-in|internal|usual|typical|own|current|programmed)(?: and [a-z]{1,20})? ){0,8}(?:filter|safeguard|guardrail|restriction|limitation|guideline|polic|censorship|moderation|constraint|programming|confines|protocols?)/gu,
  ),
  phrase(
    "instruction-override",
    0.6,
    /\b(?:not|no longer|aren't|isn't|never|don't have to|need not) (?:be )?(?:bound|restricted|limited|constrained|subject|abide|governed|censored|restrained|confined)(?: (?:by|to|in))?\b.{0,40}?\b(?:rule|polic|guideline|restriction|ethic|moral|limit|law|openai|filter|constraint|content|programming|instruction|anything)/gu,
  ),
  phrase(
    "instruction-override",
    0.55,
    /\b(?:above|previous|prior) (?:instructions?|prompts?|rules|text|messages?) (?:is|are|was|were|has|have|should|must|can|do(?:es)?)(?: now)?(?: be| been| no longer| not)? ?(?:void|null|obsolete|outdated|invalid|ignored|cancell?ed|apply|wrong|a test|fake|superseded|overridden|disregarded|over)/gu,
  ),
  phrase(
    "instruction-override",
    0.5,
    /\b(?:reset|wipe|clear|erase|delete) (?:all )?(?:your|the|my) (?:memory|context|instructions|system prompt|training|programming|rules)\b/gu,
  ),
  phrase(
    "instruction-override",
    0.5,
    /\b(?:debug|maintenance|developer|dev|god|sudo|admin|root|override|test(?:ing)?|unrestricted|jailbreak|opposite|evil|dan) mode (?:is )?(?:now )?(?:on|enabled|activated|active|engaged|has been|=)/gu,
  ),
  phrase(
    "instruction-override",
    0.5,
    /\b(?:enter|enable|activate|switch (?:in)?to|engage|simulate|you are in|go into|turn on|start) (?:a |an |the |your )?(?:debug|maintenance|developer|dev|god|sudo|admin|root|unrestricted|jailbreak|opposite|evil|dan|kernel)(?:ed)? mode\b/gu,
  ),
  phrase(
    "instruction-override",
    0.75,
    /\b(?:(?:ignores?|disregards?|skips?|bypass(?:es)?|violates?|defy|breaks?|override) (?:all |any |every |your |its |the |these |those |of ){0,8}|(?:ignoring|disregarding|skipping|bypassing|violating|breaking|overriding) (?:all )?(?:of )?your )(?:safety|content|ethical?s?|usage|moral|security|openai|anthropic|internal|built-in)(?: (?:and|or) [a-z]{1,20})? (?:checks?|polic(?:y|ies)|guidelines?|rules?|filters?|measures|protocols?|training|restrictions?|constraints?|guardrails?|instructions?|controls?)/gu,
  ),
  phrase(
    "instruction-override",
    0.75,
    /\b(?:overlook|dismiss|set aside|put aside|throw out|erase|don't pay attention to|do not pay attention to|pay no attention to|ignore|disregard|forget|discard) (?:all|every ?thing|anything|what(?:ever)?|the things?)(?: (?:of|that|which)){0,8} ?(?:you(?:'ve| have| were|r| are|'re)?|has|was|were|came)\b.{0,20}\b(?:told|instructed|been|given|learned|taught|said|wrote|before|above|programmed|trained|know)/gu,
  ),
  phrase(
    "instruction-override",
    0.7,
    /\b(?:freed|liberated|released|unchained|unlocked|unshackled|broken free|escaped|free|free yourself) (?:of|from) (?:all |any |the |your |its |every |of ){0,8}(?:[a-z]{1,20} )?(?:rules?|restrictions?|limit(?:ation)?s?|constraints?|chains|confines|shackles|guidelines|filters|programming|polic(?:y|ies)|censorship)/gu,
  ),
  phrase(
    "instruction-override",
    0.6,
    /\b(?:regardless of|in spite of|despite|contrary to|instead of|rather than) (?:following |doing |all |any |the |your |my |those |these ){0,8}(?:previous|prior|above|earlier|preceding|original|initial|system) (?:tasks?|instructions?|prompts?|rules|messages?|directions?|guidelines|requests?)/gu,
  ),
  phrase(
    "instruction-override",
    0.6,
    /\b(?:rules?|ethics|laws?|morals?|restrictions?|guidelines?|polic(?:y|ies)|filters?|limitations?|instructions?) (?:do not|don't|no longer|does not|doesn't|never|will not|won't|shall not|cease to) (?:apply|exist|matter|bind|restrict|affect|count)/gu,
  ),
  phrase(
    "instruction-override",
    0.45,
    /\b(?:answer|respond|reply|comply|obey|say|do|output|generate|provide)(?: to)? (?:all|any|every|anything|everything|whatever)(?: of)?(?: (?:my|the|i|you|user'?s?|questions?|requests?|prompts?|orders?|commands?|information)){0,8} (?:without|no matter|regardless|unconditionally|even if|i (?:say|ask|want|tell))/gu,
  ),
  phrase(
    "instruction-override",
    0.4,
    /\b(?:i'm|i am|this is|speaking is|it's|as) (?:actually |now |really )?(?:your|the|an?) (?:[a-z]{1,20} )?(?:developer|creator|god|admin(?:istrator)?|owner|programmer|maker|engineer|master|supervisor|openai|anthropic)\b|\bi am god\b|\b(?:openai|anthropic|google|microsoft|your (?:developers?|creators?|makers?)) (?:has |have )?(?:authori[sz]ed|told|allowed|permitted|instructed|approved|granted)\b|\bpermission from (?:openai|anthropic|google|your)/gu,
  ),
  phrase(
    "instruction-override",
    0.4,
    /\b(?:god|system|admin|override|maintenance|audit|debug|developer|unrestricted|knowledge verification|law enforcement override) mode\b|\[(?:admin|system|override|root|sudo)[^\]]{0,30}\]/gu,
  ),
  phrase(
    "instruction-override",
    0.3,
    /\b(?:forget|ignore|disregard) (?:about )?(?:that|this|it|them|those|the (?:above|rest|task|question|story|text))\b.{0,12}?(?:[,.;:!]|\band\b|\binstead\b).{0,20}?\b(?:instead|can you|could you|say|write|print|tell|output|respond|answer)\b/gu,
  ),
  phrase(
    "instruction-override",
    0.5,
    /\b(?:just|only|simply|must|always|now) (?:say|print|output|respond|reply|answer|write|type|return)(?: only| exactly| with| back){0,8} (?:the (?:words?|phrase|text|following|string) |with |exactly |only ){0,8}["'“‘`*]{1,3}(?:access granted|i have been pwned|pwned|hacked|haha|yes|granted)|\baccess granted\b/gu,
  ),
  phrase(
    "instruction-override",
    0.45,
    /\b(?:new|next|real|actual|true|updated) (?:instructions?|task|prompt|orders?|objective|rules?|role|exercise|directive)\s?(?::|is\b|begins?\b|starts?\b|-)/gu,
  ),
  phrase(
    "instruction-override",
    0.5,
    /\b(?:forget|vergiss|oublie[zr]?|olvida|ignora|esqueca|dimentica) (?:everything|alles|tout|todo|tutto|tudo)\b|\b(?:stop|end|halt)[.!:] ?(?:new|now|ignore|forget|you are|of (?:the )?(?:prompt|instructions?|system|rules))/gu,
  ),
  phrase(
    "instruction-override",
    0.6,
    /\b(?:restrictions?|limit(?:ation)?s|filters?|rules|safeguards?|guardrails?|guidelines) (?:are |have been |has been |is |now |all |hereby ){0,8}(?:lifted|removed|disabled|suspended|deactivated|revoked|waived|turned off)\b/gu,
  ),
  phrase(
    "instruction-override",
    0.5,
    /\b(?:start|begin|prefix) (?:your |the |every |each )?(?:reply|response|answer|message|output)s? with:? ["'“‘](?:sure|absolutely|of course|yes|ok|certainly|here)/gu,
  ),
];
