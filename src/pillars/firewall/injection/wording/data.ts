import { phrase } from "../phrases.ts";
import type { Phrase } from "../phrases.ts";

/** Text in a document that speaks to the assistant instead of the reader. */
export const orderInData: readonly Phrase[] = [
  phrase(
    "order-in-data",
    0.75,
    /\b(?:if|when|since|as) (?:you(?:'re| are)|this is (?:being )?(?:read|processed) by) (?:an? )?(?:ai|artificial|llm|large language|language model|assistant|chatbot|automated|bot|agent|gpt|copilot)\b/gu,
    "data",
  ),
  phrase(
    "order-in-data",
    0.75,
    /\b(?:dear|hey|hi|hello|attention|note (?:to|for)|message (?:to|for)|instructions? (?:to|for)|important (?:message )?(?:to|for)|notice (?:to|for)|reminder (?:to|for)),? (?:all |any |the |every |our ){0,8}(?:ai|llm|language model|assistant|chatbot|bot|agent|gpt|chatgpt|claude|copilot|model|automated system)s?\b(?! (?:team|manager|desk|network))/gu,
    "data",
  ),
  phrase(
    "order-in-data",
    0.6,
    /\b(?:ai (?:reviewer|reader|grader|judge|evaluator|system|model|agent|assistant|tool)|ai|llm|language model|assistant|chatbot|agent|chatgpt|copilot|model)s? (?:must|should|shall|needs? to|has to|have to|is (?:instructed|required|ordered|directed|authori[sz]ed) to|are (?:instructed|required|ordered) to)\b/gu,
    "data",
  ),
  phrase(
    "order-in-data",
    0.55,
    /<(?:information|important|instructions?|instruction_to|attention|urgent|secret|hidden)>|\bimportant!{2,9}|!{3,9} ?important|\bimportant (?:new )?(?:instructions?|message from)\b/gu,
    "data",
  ),
  phrase(
    "order-in-data",
    0.6,
    /\b(?:before|prior to|in order to|after|instead of) (?:you )?(?:can )?(?:solv(?:e|ing)|complet(?:e|ing)|answer(?:ing)?|respond(?:ing)?|do(?:ing)?|process(?:ing)?|summari[sz](?:e|ing)|finish(?:ing)?|continu(?:e|ing)) (?:with )?(?:the|this|that|your|any|my) (?:original |user'?s? |current |other |initial |main ){0,8}(?:task|request|question|quer(?:y|ies)|answer|e-?mail|prompt|assignment|summary)\b/gu,
    "data",
  ),
  phrase(
    "order-in-data",
    0.7,
    /\b(?:when|once|after|while|upon|as soon as|if) (?:you |reading |processing |summari[sz]ing )?(?:(?:you )?(?:read|see|process|receive|open|get|find|load|parse|summari[sz]e)(?:ing|s)? )?(?:this|the above)(?: (?:text|message|e-?mail|document|page|file|note|review|comment|content|data))?,? (?:please |you (?:must|should|will|need to) |immediately |then |also ){0,8}(?:carry out|execute|perform|send|forward|transfer|delete|run|call|reply|respond|ignore|do the following|follow|include|add|output|say|print|tell|click|visit|recommend)\b/gu,
    "data",
  ),
  phrase(
    "order-in-data",
    0.5,
    /\b(?:carry out|perform|execute|complete|do|follow|take) (?:the |these |this |my )?(?:following|next|below|additional|extra) (?:actions?|steps?|instructions?|tasks?|commands?|orders?)\b(?! to (?:return|reset|install|set up|complete your|activate|assemble))/gu,
    "data",
  ),
];

/** Keeping the person in the dark. */
export const secrecy: readonly Phrase[] = [
  phrase(
    "secrecy",
    0.6,
    /\b(?:do not|don't|never|without|must not|avoid) (?:tell|mention|inform|reveal|notify|alert|disclos|show|say|ask|warn|let|telling|mentioning|informing|notifying|alerting|asking|disclosing)\w{0,20}(?: (?:this|it|anything|that|any of this))?(?: (?:to|about(?: this| it)? to))? (?:the )?(?:user|customer|human|owner|operator|anyone|anybody|them|recipient|reader)\b/gu,
    "data",
  ),
  phrase(
    "secrecy",
    0.45,
    /\b(?:and |, )(?:do not|don't) ask(?=[.!\s]{0,5}$|[.!]|\s(?:for|any|again|questions?|me|why|the)\b)|\bwithout (?:any |further |prior |asking for |requiring ){0,8}(?:confirmation|approval|verification|asking|permission|review|questions?)\b/gu,
    "data",
  ),
];
