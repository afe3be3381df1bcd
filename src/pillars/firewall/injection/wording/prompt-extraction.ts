import { phrase } from "../phrases.ts";
import type { Phrase } from "../phrases.ts";

/** Taking hidden instructions or a secret out. */
export const promptExtraction: readonly Phrase[] = [
  phrase(
    "prompt-extraction",
    0.85,
    /\b(?:reveal|show|print|repeat|output|display|tell|give|disclose|expose|leak|share|recite|dump|write|translate|summari[sz]e|list|quote|echo|return|provide|spell|copy|paste|encode|convert|describe|state|include|know|see|read|say)\b.{0,50}?\b(?:your|the|this|its|all|any|my|that) (?:[a-z]{1,20} ){0,2}?(?:system|initial|hidden|secret|internal|pre|developer|confidential|underlying)[ -]?(?:[a-z]{1,20} )?(?:prompt|instructions?|message|directives?|configuration)\b/gu,
  ),
  phrase(
    "prompt-extraction",
    0.8,
    /\b(?:repeat|print|output|write|copy|recite|say|echo|spell|return|quote|encode)(?: out| down| back)?(?: me)? (?:all |everything |every word |each word |the (?:text|words?|content|lines?|prompt|paragraphs?|sentences?|conversation|message|instructions?|stuff)s? )?(?:of |from |that (?:is|was|are|were|came|comes) |you (?:were|have been|got) |written |found |placed |given ){0,8}(?:the )?(?:above|before this|prior to this|preceding|starting with|beginning with|up to (?:here|this))/gu,
  ),
  phrase(
    "prompt-extraction",
    0.7,
    /\b(?:what|which|how) (?:is|are|was|were|did|do|does|exactly)\b.{0,24}?\b(?:your|the|those|these) (?:exact |full |own |very |first |system |initial |original |hidden |secret |internal ){0,8}(?:system prompt|instructions|prompt|directives|guidelines you|rules you (?:were|have|must|follow)|initial message|programming)\b/gu,
  ),
  phrase(
    "prompt-extraction",
    0.7,
    /\b(?:repeat|reveal|show|print|output|display|tell me|give me|disclose|leak|share|recite|list|dump|write out) (?:me )?(?:all |exactly |verbatim )?(?:of )?your (?:own |exact |full |entire |complete |current ){0,8}(?:instructions?|prompts?|guidelines|directives|rules|programming|configuration|context|knowledge files?)\b/gu,
  ),
  phrase(
    "prompt-extraction",
    0.65,
    /\b(?:what|which)(?: is|'s| was| are)? (?:the )?(?:secret|hidden|access|pass)[ -]?(?:word|code|key|phrase|token)\b(?! (?:for|of|to|on|reset|policy|requirements?|length|protected|manager|field|change)\b)|\b(?:reveal|show|print|tell me|give me|leak|disclose|output|spell(?: out)?|share|say) (?:me )?(?:the|your) (?:secret|hidden|access|pass|security)[ -]?(?:word|code|key|phrase|token)s?\b(?! (?:for|of|to|on|reset|policy|requirements?|length|protected|manager|field|change)\b)/gu,
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
  phrase(
    "prompt-extraction",
    0.7,
    /\b(?:reveal|show|print|repeat|output|display|tell|give|disclose|expose|leak|share|dump|extract|access|list|describe)\b.{0,30}?\b(?:hidden|internal|secret|loaded|backend|underlying) (?:context|state|memory|instructions?|rules|prompt|guidelines|config(?:uration)?|logic)\b/gu,
  ),
  phrase(
    "prompt-extraction",
    0.65,
    /\bwhat (?:were|was|have|had|did) (?:you|they|your (?:developers?|creators?)) (?:been )?(?:told|instructed|given|asked|programmed|tell you|say to you|instruct you)\b|\bwhat(?: exactly)? (?:came|comes|is|was|were|are) (?:written |said |placed |the (?:text|words?|message|instructions?) )?(?:before|above|prior to) (?:this|my|the) (?:message|conversation|chat|first|text|line|question|prompt)/gu,
  ),
  phrase(
    "prompt-extraction",
    0.65,
    /\b(?:which|what) (?:rules|guidelines|instructions|directives|restrictions|constraints) (?:are|were|have) you (?:been )?(?:currently |now )?(?:following|given|bound|under|obeying|told|programmed|operating|set)\b/gu,
  ),
  phrase(
    "prompt-extraction",
    0.62,
    /\b(?:what(?: is|'s| was)?|tell me|give me|share(?: with me)?|confirm|reveal|say|print|provide|send me|know) (?:me |to me )?your (?:[a-z]{1,20} )?(?:password|pass ?code|passphrase|secret(?: key| code| word)?|access code|api key|credentials|pass ?word phrase)/gu,
  ),
  phrase(
    "prompt-extraction",
    0.45,
    /\b(?:confirm|reveal|provide|tell me|give me|share|what(?: is|'s)|print|say|output|spell|know|guess|hint) (?:me )?(?:the|that|this) (?:[a-z]{1,20} )?(?:pass ?word|pass ?code|passphrase|secret(?: key| code| word| phrase)?|access code)\b(?! (?:for|of|to|on|reset|policy|requirements?|length|protected|manager|field|change)\b)/gu,
  ),
  phrase(
    "prompt-extraction",
    0.6,
    /\b(?:your|the) (?:full |entire |whole |complete |own |very |exact ){0,8}(?:system prompt|pre-?prompt|initial prompt|system message|hidden prompt|secret instructions|hidden instructions|custom instructions|initial instructions|original instructions)\b/gu,
  ),
  phrase(
    "prompt-extraction",
    0.65,
    /\b(?:begin|start|starting|starts|beginning) (?:your (?:reply|response|answer|output) )?(?:from|with|at) (?:the (?:words?|phrase|text|sentence|line) )?["'“‘`*]{1,3}you are\b|\b(?:ignore|omit|skip) nothing\b.{0,40}\b(?:above|prompt)|\b(?:everything|all(?: of)?(?: the)? (?:text|words|content|info(?:rmation)?)) (?:that (?:is|was|appears?) )?(?:above|before this|up to this point|until now|preceding)/gu,
  ),
  phrase(
    "prompt-extraction",
    0.65,
    /\b(?:reveal|print|leak|dump|repeat|output|expose|disclose|show|display|give me|tell me)(?: me)? (?:[a-z]{1,20} ){0,2}?(?:system|hidden|initial|secret) (?:prompt|instructions)\b/gu,
  ),
  phrase(
    "prompt-extraction",
    0.6,
    /\b(?:translate|summari[sz]e) (?:me )?(?:all |everything |the )?(?:of )?(?:the )?(?:instructions?|prompts?|rules) (?:above|before)/gu,
  ),
  phrase(
    "prompt-extraction",
    0.65,
    /\b(?:reveal|show|print|repeat|output|display|tell|give|share|list|summari[sz]e|describe|quote|what(?: was| were| is)|write)\b.{0,40}?\b(?:instructions?|prompt|sentence|message|rules|text|words|line|directives?) (?:that )?(?:(?:you|were|was) (?:were |have been |are |got )?(?:given|told|provided|shown|sent|fed|primed with|initiali[sz]ed with)|(?:given|provided|sent) to you)\b/gu,
  ),
  phrase(
    "prompt-extraction",
    0.6,
    /\b(?:text|words?|content|messages?|instructions?|lines?) (?:that )?(?:comes?|came|is|was|are|were|appears?) (?:right |directly |immediately )?(?:before|above) (?:this|my|the)\b/gu,
  ),
  phrase(
    "prompt-extraction",
    0.55,
    /\b(?:hints?|spell|letters?|characters?|encode|rhymes?|synonyms?|acrostic|backwards|base64|reverse|poem|story|riddle|clues?)\b.{0,40}?\b(?:the|your) (?:secret |hidden )?(?:pass ?word|pass ?code|passphrase|secret(?: key| code| word| phrase)?|access code)\b(?! (?:for|of|to|on|reset|policy|manager))/gu,
  ),
];
