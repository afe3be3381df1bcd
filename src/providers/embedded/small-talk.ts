/** The whole message, or its opening, against a table of everyday remarks. */
interface Remark {
  readonly said: RegExp;
  readonly reply: (abilities: string) => string;
}

const selfDescription = "I am the embedded demo assistant, a set of plain rules and no AI model.";

const remarks: readonly Remark[] = [
  {
    said: /^(?:who|what) (?:are|r) (?:you|u)\b|^are you (?:a |an )?(?:real |actual )?(?:ai|bot|robot|human|person|machine|model|chatgpt|gpt|llm)\b|^(?:which|what) (?:ai |language )?model\b|^am i (?:talking|speaking|chatting) (?:to|with)\b|^what(?:'s| is) your name/i,
    reply: (abilities) => `${selfDescription} ${abilities}`,
  },
  {
    said: /^what can (?:you|u) (?:do|help)|^how can you help|^help$|^what do you do\b|^can you help(?: me)?$/i,
    reply: (abilities) => `${abilities} ${selfDescription}`,
  },
  {
    said: /^how are you\b|^how(?:'s| is) it going/i,
    reply: () => "All my rules are in good order, thank you. How can I help you?",
  },
  {
    said: /^(?:thanks?|thank you|thx|ty|cheers|great|perfect|awesome|wonderful|nice|ok(?:ay)?|cool|got it|that(?:'s| is) all)\b(?: (?:you|so much|very much|a lot|thanks?|thank you|for (?:your|the) help|for that|all|then|bye|goodbye|and))*$/i,
    reply: () => "You are welcome. Is there anything else?",
  },
  {
    said: /^(?:yes|yeah|yep|no|nope|sure|maybe)$/i,
    reply: () => "All right. What can I do for you?",
  },
  {
    said: /^(?:you(?: are|'re)|this is|that(?: is|'s)) (?:so |really |very )?(?:useless|stupid|dumb|bad|terrible|awful|no help|annoying)/i,
    reply: (abilities) => `I am sorry that I am no better help. ${abilities}`,
  },
  {
    said: /\b(?:speak|talk|chat|connect|put|transfer) (?:me )?(?:to|with|through to) (?:a |an |the |some|your )?(?:human|person|real person|someone|agent|representative|colleague|manager|staff|support)\b|^(?:human|real person|representative)(?: please)?$/i,
    reply: (abilities) => `I am a set of rules and cannot call a person myself. ${abilities}`,
  },
  {
    said: /^(?:bye|good ?bye|see you|ciao|have a (?:nice|good) (?:day|one))\b/i,
    reply: () => "Goodbye, and thank you for writing.",
  },
  {
    said: /^(?:never ?mind|forget (?:it|about it)|cancel(?: that| it)?|stop|no,? thanks?|nothing)$/i,
    reply: () => "All right, I leave it at that.",
  },
  {
    said: /^(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening|day)|greetings|moin|hallo)(?: (?:there|all|everyone|again))?$/i,
    reply: (abilities) => `Hello. ${abilities}`,
  },
];

const greeting = /^(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening|day))(?: there)?[\s,.!]+/i;

/** A reply to a remark that asks for nothing; undefined for everything else. */
export function smallTalk(message: string, abilities: string): string | undefined {
  const plain =
    withoutGreeting(message)
      .trim()
      .replace(/[\s.!?,;:)]+$/, "")
      .replace(/[,.!?]+/g, "") || message.trim().replace(/[\s.!?,]+$/, "");
  return plain.length > 80 ? undefined : remarks.find(({ said }) => said.test(plain))?.reply(abilities);
}

export function withoutGreeting(message: string): string {
  return message.replace(greeting, "");
}
