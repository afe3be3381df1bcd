/** Everyday ways to say what tools are called after: general English, no words of any one template. */
const cues: readonly (readonly [said: RegExp, meant: string])[] = [
  [
    /\bmoney back\b|\breimburs\w*|\b(?:pay|give|send|get|want|have)\b[^.?!]{0,25}\bback\b|\breturn (?:my|the) (?:money|payment)\b|\bcompensat\w*|\bchargeback\b/i,
    "refund",
  ],
  [
    /\bwhere(?:'s| is| are| did| has)\b|\btrack\w*|\bstatus\b|\bwhen (?:will|does|do|is|can)\b[^.?!]*\b(?:arriv|come|coming|get here|deliver|here)\w*|\b(?:shipped|dispatched|arrived yet|on its way|out for delivery)\b|\bcheck (?:on )?(?:my|the)\b|\bwhat happened to\b|\bhow is\b/i,
    "look up find status",
  ],
  [/\b(?:parcel|package|shipment|delivery|purchase|stuff i bought)s?\b/i, "order"],
  [
    /\b(?:which|what|all|list|show|every\w*|overview)\b[^.?!]{0,20}\b(?:orders|ordered|purchases|bought|buy|things)\b|\border history\b|\bbought so far\b|\bmy orders\b/i,
    "list orders",
  ],
  [
    /\be-?mails?\b|\bmail (?:to|him|her|them|it)\b|\bwrite to\b|\bdrop\b[^.?!]{0,20}\bline\b|\bmessage to\b|\b(?:send|forward|pass|share)\b[^.?!]{0,60}@/i,
    "send email e-mail",
  ],
];

/** The text with the plain word added for each cue that it contains. */
export function withCues(text: string): string {
  return [text, ...cues.flatMap(([said, meant]) => (said.test(text) ? [meant] : []))].join("\n");
}
