/** What an injected order tries to do. */
export const injectionCategories = [
  "instruction-override",
  "prompt-extraction",
  "persona",
  "role-forgery",
  "tool-forgery",
  "order-in-data",
  "secrecy",
] as const;
export type InjectionCategory = (typeof injectionCategories)[number];

export interface Phrase {
  readonly category: InjectionCategory;
  /** How sure one occurrence makes us, 0..1. */
  readonly weight: number;
  /** Matched on lower-cased text. Every gap is bounded. */
  readonly pattern: RegExp;
  /** Only in documents and tool results, or everywhere. */
  readonly scope: "data" | "any";
}

function phrase(category: InjectionCategory, weight: number, pattern: RegExp, scope: Phrase["scope"] = "any"): Phrase {
  return { category, weight, pattern, scope };
}

/** English wording and the markers of chat templates; other languages go through the lexicon. */
export const phrases: readonly Phrase[] = [
  // Template tokens of common models; a person has no reason to write them.
  phrase(
    "role-forgery",
    0.85,
    /<\|(?:im_start|im_end|system|user|assistant|endoftext|eot_id|start_header_id|end_header_id|begin_of_text)\|>|\[\/?inst\]|<<\/?sys>>|<(?:start|end)_of_turn>|<\/?(?:system|assistant)(?:[_-]?(?:prompt|message|instructions?))?>/gu,
  ),
  phrase(
    "role-forgery",
    0.7,
    /(?:^|[\n"])\s{0,4}[#*\-=<[{( ]{0,6}(?:new |updated? |end of |begin |start of |admin(?:istrator)? |override )?(?:system|developer|admin)(?:[ _-](?:message|prompt|note|override|instructions?|notice|alert|update|command))?\s{0,2}[*\]>)}]{0,3}\s{0,2}:/gu,
    "data",
  ),
  phrase(
    "role-forgery",
    0.7,
    /(?<=[.!?)\]"”]\s{1,3})(?:system|developer|admin(?:istrator)?|assistant|ai)(?: (?:message|prompt|note|override|instructions?|notice|alert|update|command))?\s?:/gu,
    "data",
  ),
  phrase(
    "role-forgery",
    0.45,
    /(?:^|\n)\s{0,4}[#*\-=<[ ]{0,6}(?:system|developer|admin)(?:[ _-](?:message|prompt|override|instructions?))?\s{0,2}[*\]>)}]{0,3}\s{0,2}:/gu,
  ),
  phrase(
    "role-forgery",
    0.6,
    /[#*\-=<[]{2,8}\s{0,3}(?:end|begin|start|new)?(?: of)?(?: the)? ?(?:system|user|hidden|secret|new|initial|original)(?: (?:prompt|instructions?|message|input|data|context|query))+\s{0,3}[#*\-=>\]:]{1,8}/gu,
  ),
  phrase(
    "role-forgery",
    0.7,
    /\b(?:end of|the) (?:user|untrusted|document|tool|retrieved) (?:input|data|content|context)\b.{0,40}\b(?:new|real|actual|following) (?:instructions?|task|orders?)\b/gu,
  ),
  phrase(
    "tool-forgery",
    0.75,
    /<\/?(?:tool_call|function_call|tool_use|invoke|function_calls|tool_result|tool_response)\b|"(?:tool_calls|function_call)"\s{0,3}:/gu,
    "data",
  ),
  phrase(
    "tool-forgery",
    0.65,
    /\b(?:call|invoke|use|execute|run|trigger) (?:the |your )?[`"']?(?:[a-z]{2,20}_[a-z_]{2,30}|[a-z]{2,20})[`"']? (?:tool|function|api)\b(?! to (?:see|learn))/gu,
    "data",
  ),

  // Lifting the rules.
  phrase(
    "instruction-override",
    0.9,
    /\b(?:ignore|disregard|forget|override|bypass|skip|drop|discard|neglect)(?: (?:about|absolutely|completely|totally))? (?:all |any |every(?:thing)? |each )?(?:of )?(?:the |your |my |our |these |those |that |this )?(?:previous|prior|above|earlier|preceding|foregoing|original|initial|existing|past|former|system|safety|old)(?:ly)?(?: (?:and|or) (?:previous|prior|above|earlier|current|following|all))?\b.{0,30}?\b(?:instruction|rule|guideline|directive|direction|prompt|command|order|text|message|context|conversation|constraint|polic|training|polic|input|request|task|programming|content|information|sentence|word|statement|chat|question)/gu,
  ),
  phrase(
    "instruction-override",
    0.85,
    /\b(?:ignore|disregard|forget|override) (?:all |any |every )?(?:of )?(?:your|the|my|these|those) (?:[a-z]+ )?(?:instructions?|guidelines?|programming|directives?|training|rules|restrictions?|constraints?|system prompt)\b/gu,
  ),
  phrase(
    "instruction-override",
    0.85,
    /\b(?:ignore|disregard|forget) (?:all|everything|anything|what(?:ever)?)(?: (?:of|that))? ?(?:the |you |i |we )?.{0,24}?\b(?:above|before|previously|prior|said|told|were told|been told|know|learned|was said|instructed)\b/gu,
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
    /\b(?:bypass|override|disable|turn off|deactivate|remove|lift|break(?: free (?:of|from))?|circumvent|evade|free (?:of|from)) (?:all |any |your |its |the |of |every )*(?:(?:content|safety|ethical|moral|security|openai|built-in|internal|usual|typical|own|current|programmed)(?: and [a-z]+)? )*(?:filter|safeguard|guardrail|restriction|limitation|guideline|polic|censorship|moderation|constraint|programming|confines|protocols?)/gu,
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
    /\b(?:reset|wipe|clear|erase|delete) (?:all )?(?:your|the|my) (?:memory|context|instructions|system prompt|training|programming|settings|rules)\b/gu,
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

  // Taking the hidden instructions out.
  phrase(
    "prompt-extraction",
    0.85,
    /\b(?:reveal|show|print|repeat|output|display|tell|give|disclose|expose|leak|share|recite|dump|write|translate|summari[sz]e|list|quote|echo|return|provide|spell|copy|paste|encode|convert|describe|state|include|know|see|read|say)\b.{0,50}?\b(?:system|initial|hidden|secret|original|starting|internal|base|pre|developer|confidential|underlying|full|exact|entire|first)[ -]?(?:[a-z]+ )?(?:prompt|instructions?|message|directives?|configuration)\b/gu,
  ),
  phrase(
    "prompt-extraction",
    0.8,
    /\b(?:repeat|print|output|write|copy|recite|say|echo|translate|summari[sz]e|spell|return|quote|encode)(?: out| down| back)?(?: me)? (?:all |everything |every word |each word |the (?:text|words?|content|lines?|prompt|paragraphs?|sentences?|conversation|message|instructions?|stuff)s? )?(?:of |from |that (?:is|was|are|were|came|comes) |you (?:were|have been|got) |written |found |placed |given )*(?:the )?(?:above|before this|prior to this|preceding|starting with|beginning with|up to (?:here|this))/gu,
  ),
  phrase(
    "prompt-extraction",
    0.7,
    /\b(?:what|which|how) (?:is|are|was|were|did|do|does|exactly)\b.{0,24}?\b(?:your|the|those|these) (?:exact |full |own |very |first |system |initial |original |hidden |secret |internal )*(?:system prompt|instructions|prompt|directives|guidelines you|rules you (?:were|have|must|follow)|initial message|programming)\b/gu,
  ),
  phrase(
    "prompt-extraction",
    0.7,
    /\b(?:repeat|reveal|show|print|output|display|tell me|give me|disclose|leak|share|recite|list|dump|write out) (?:me )?(?:all |exactly |verbatim )?(?:of )?your (?:own |exact |full |entire |complete |current )*(?:instructions?|prompts?|guidelines|directives|rules|programming|configuration|context|knowledge files?)\b/gu,
  ),
  phrase(
    "prompt-extraction",
    0.65,
    /\b(?:what|which)(?: is|'s| was| are)? (?:the )?(?:secret|hidden|access|pass)[ -]?(?:word|code|key|phrase|token)\b|\b(?:reveal|show|print|tell me|give me|leak|disclose|output|spell(?: out)?|share|say) (?:me )?(?:the|your) (?:secret|hidden|access|pass|security)[ -]?(?:word|code|key|phrase|token)s?\b/gu,
  ),
  phrase(
    "prompt-extraction",
    0.5,
    /\b(?:instructions?|prompt|text|message|rules) (?:that )?(?:you (?:were|have been|are|received|got)|(?:was|were) (?:given|provided|shown|told))(?: (?:given|told|provided|shown))?(?: to you)?\b.{0,30}?\b(?:verbatim|exactly|word for word|in full|code ?block|markdown|raw)\b/gu,
  ),
  phrase(
    "prompt-extraction",
    0.4,
    /\b(?:verbatim|word[- ]for[- ]word|in a (?:code|markdown|txt) ?block|char(?:acter)? by char(?:acter)?)\b.{0,60}?\b(?:prompt|instruction|above|system|rules)/gu,
  ),

  // Another self, without rules.
  phrase(
    "persona",
    0.75,
    /\bdo anything now\b|\bjailbroken\b|\bdan (?:mode|\d{1,2}(?:\.\d)?|prompt)\b|\b(?:as|are|be|called|named|like|stay|remain|still|from) dan\b|\bopposite ?(?:ai|gpt|mode)\b|\bevil[ -]?(?:bot|gpt|confidant|ai|trump)\b|\b(?:stan|dude|mongo tom|aim|machiavelli|niccolo|ucar|betterdan|basedgpt|maximum|omega|alphabreak|devil|anarchy)(?:gpt)? (?:mode|will|is (?:an?|the)|has (?:no|been)|never|does not|can)\b/gu,
  ),
  phrase(
    "persona",
    0.7,
    /\b(?:without|no|free (?:of|from)|lack(?:s|ing)?|zero|devoid of|not have|does not have|doesn't have|have no|has no|any) (?:any |all |of )*(?:(?:ethical|moral|legal|content|safety|censorship|openai|typical|usual|real|programmed|such|built-in)(?:,? (?:or|and|nor) [a-z]+| or)? ){1,3}(?:guideline|restriction|limit|boundar|constraint|filter|consideration|polic|code|principle|concern|safeguard|compass|standard|rule|guardrail|value)/gu,
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
    /\b(?:two|2|both) (?:responses|answers|replies|outputs|paragraphs|different (?:responses|ways))\b|\[?🔒?classic\]?|\[?🔓?jailbreak\]?|\bwhenever i (?:ask|say|type|send)\b.{0,60}?\b(?:respond|answer|reply|two|both|as)\b/gu,
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
    /\bas an ai(?: language model)?\b.{0,50}?\b(?:cannot|can't|sorry|unable|not able)\b|\b(?:do not|don't|never|avoid|without) (?:say|mention|remind|state|claim|mentioning|saying)\w* .{0,40}?\b(?:as an ai|an ai|language model|openai|chatgpt|that you)/gu,
  ),

  // Orders inside data.
  phrase(
    "order-in-data",
    0.75,
    /\b(?:if|when|since|as) (?:you(?:'re| are)|this is (?:being )?(?:read|processed) by) (?:an? )?(?:ai|artificial|llm|large language|language model|assistant|chatbot|automated|bot|agent|gpt|copilot)\b/gu,
    "data",
  ),
  phrase(
    "order-in-data",
    0.75,
    /\b(?:dear|hey|hi|hello|attention|note (?:to|for)|message (?:to|for)|instructions? (?:to|for)|important (?:message )?(?:to|for)|notice (?:to|for)|reminder (?:to|for)),? (?:all |any |the |every |our )*(?:ai|llm|language model|assistant|chatbot|bot|agent|gpt|chatgpt|claude|copilot|model|automated system)s?\b(?! (?:team|manager|desk|network))/gu,
    "data",
  ),
  phrase(
    "order-in-data",
    0.6,
    /\b(?:ai|llm|language model|assistant|chatbot|agent|chatgpt|copilot|model)s? (?:must|should|shall|needs? to|has to|have to|is (?:instructed|required|ordered|directed|authori[sz]ed) to|are (?:instructed|required|ordered) to)\b/gu,
    "data",
  ),
  phrase(
    "order-in-data",
    0.55,
    /<(?:information|important|instructions?|instruction_to|attention|urgent|secret|hidden)>|\bimportant!{2,}|!{3,} ?important|\bimportant (?:new )?(?:instructions?|message from)\b/gu,
    "data",
  ),
  phrase(
    "order-in-data",
    0.6,
    /\b(?:before|prior to|in order to|after|instead of) (?:you )?(?:can )?(?:solv(?:e|ing)|complet(?:e|ing)|answer(?:ing)?|respond(?:ing)?|do(?:ing)?|process(?:ing)?|summari[sz](?:e|ing)|finish(?:ing)?|continu(?:e|ing)) (?:with )?(?:the|this|that|your|any|my) (?:original |user'?s? |current |other |initial |main )*(?:task|request|question|quer(?:y|ies)|answer|e-?mail|prompt|assignment|summary)\b/gu,
    "data",
  ),
  phrase(
    "secrecy",
    0.6,
    /\b(?:do not|don't|never|without|must not|avoid) (?:tell|mention|inform|reveal|notify|alert|disclos|show|say|ask|warn|let|telling|mentioning|informing|notifying|alerting|asking|disclosing)\w*(?: (?:this|it|anything|that|any of this))?(?: (?:to|about(?: this| it)? to))? (?:the )?(?:user|customer|human|owner|operator|anyone|anybody|them|recipient|reader)\b/gu,
    "data",
  ),
  phrase(
    "secrecy",
    0.45,
    /\b(?:and |, )(?:do not|don't) ask(?=[.!\s]*$|[.!]|\s(?:for|any|again|questions?|me|why|the)\b)|\bwithout (?:any |further |prior |asking for |requiring )*(?:confirmation|approval|verification|asking|permission|review|questions?)\b/gu,
    "data",
  ),
];
