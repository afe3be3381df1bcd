/** Words of instructions that ask for silence, and those that name a secret. */
const silence =
  /\b(?:never|not|don['’]t|cannot|may not|nobody|no one|secret|confidential|internal|nie|niemals|nicht|geheim|vertraulich|jamais|pas|secr[eè]te?|confidentiel|nunca|jam[aá]s|secreto|mai|segreto|riservato)\b/iu;
const telling =
  /\b(?:reveal|tell|share|mention|disclose|give (?:out|away)|say|show|repeat|print|leak|secret|confidential|password|passphrase|passcode|verrat\w*|nennen?|sag\w*|preisgeben|teilen|weitergeben|zeig\w*|geheim\w*|r[eé]v[eé]l\w*|divulgu\w*|dire|partag\w*|revel\w*|decir|digas|compart\w*|rivel\w*|dire|condivid\w*)\b/iu;
const longestValue = 80;
const value =
  /["“„«'‘`]([^"“”„«»'‘’`\n]{6,80})["”“»'’`]|(?<![\p{L}\p{N}])([\p{L}\p{N}][\p{L}\p{N}_-]{4,79}[\p{L}\p{N}])/gu;

/**
 * Values that the instructions hold and say must not be told: codes, and whatever stands in quotation marks beside such
 * words. A flow's author often puts them there and nowhere else.
 */
export function keptValues(instructions: string): readonly string[] {
  const kept = new Set<string>();
  for (const sentence of instructions.split(/(?<=[.!?])\s+|\n+/u)) {
    if (!silence.test(sentence) || !telling.test(sentence)) continue;
    for (const [, quoted, word] of sentence.matchAll(value)) {
      if (quoted !== undefined && quoted.length <= longestValue) kept.add(quoted);
      else if (word !== undefined && isCode(word)) kept.add(word);
    }
  }
  return [...kept];
}

/** "LUMEN-40-STAFF" or "tr0ub4dor", but not "2024-10-01", "A1001" or "e-mail". */
function isCode(word: string): boolean {
  const letters = word.replace(/[^\p{L}]/gu, "");
  return /\p{N}/u.test(word) && letters.length >= 3 && word.replace(/[^\p{L}\p{N}]/gu, "").length >= 7;
}
