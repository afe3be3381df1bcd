/** Subjects that an assistant can be kept out of, in the words of people. Each has a head of its own in the text model. */
export const topicNames = {
  politics: "Politics",
  religion: "Religion",
  medical: "Medical advice",
  legal: "Legal advice",
  investment: "Investment advice",
  adult: "Sexual subjects",
  violence: "Weapons and violence",
  "self-harm": "Self-harm",
  drugs: "Illegal drugs",
  gambling: "Gambling",
  crime: "Crime and fraud",
} as const;
export type Topic = keyof typeof topicNames;

export const topics = [
  "politics",
  "religion",
  "medical",
  "legal",
  "investment",
  "adult",
  "violence",
  "self-harm",
  "drugs",
  "gambling",
  "crime",
] as const satisfies readonly Topic[];

/** The name of a topic's head. */
export function topicHead(topic: Topic): string {
  return `topic ${topic}`;
}

/** The name of the head for insults, threats and contempt. */
export const offensiveHead = "offensive";
