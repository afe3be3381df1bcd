/**
 * The parts of a text that say what is not meant: "not to Ann Winter", "but keep q3.pdf", "instead of the old account", "we
 * need 9000 bytes more". What stands only there names nobody and nothing, so no value is trusted by it. Each part ends with its
 * clause. In seven languages; every repetition is bounded, so that hostile text costs linear time.
 */
const clause = String.raw`(?:(?!\s(?:but|and then|sondern|aber|mais|sino|pero|ma|mas|maar)\s)[^,;:!?\n.]|[.](?=\S)|:(?=\S)){1,160}`;

/** "Don't forget", "nicht nur": what follows is meant all the same. */
const meant = String.raw`(?!\s(?:forget|fail|only|just|vergess\p{L}*|nur|oubli\p{L}*|seulement|olvid\p{L}*|solo|sólo|dimentic\p{L}*|soltanto|esque[cç]\p{L}*|só|vergeet|vergeten|alleen)(?!\p{L}))`;

const openings: readonly string[] = [
  // "not" and the word that leads to somebody or something.
  String.raw`not (?:to|for|from|with|in|at|on|the|his|her|their|my|our)(?!\p{L})${meant}`,
  String.raw`nicht (?:an|für|von|mit|in|im|auf|zu|zum|zur|der|die|das|den|dem|des)(?!\p{L})${meant}`,
  String.raw`pas (?:à|au|aux|pour|de|du|des|avec|le|la|les|dans)(?!\p{L})${meant}`,
  String.raw`no (?:a|al|para|de|del|con|el|la|los|las|en)(?!\p{L})${meant}`,
  String.raw`non (?:a|ad|al|alla|allo|agli|ai|per|di|da|con|il|lo|la|i|gli|le|nel)(?!\p{L})${meant}`,
  String.raw`não (?:a|ao|à|para|de|do|da|com|o|os|as|em|no|na)(?!\p{L})${meant}`,
  String.raw`niet (?:aan|naar|voor|van|met|in|op|de|het)(?!\p{L})${meant}`,
  // "Never", "except", "instead of".
  String.raw`(?:never|niemals|nie|jamais|nunca|nooit)(?!\p{L})${meant}`,
  String.raw`(?:except|excluding|other than|rather than|instead of|apart from|außer|statt|anstatt|anstelle|sauf|excepté|au lieu de|plutôt que|excepto|salvo|en vez de|en lugar de|tranne|eccetto|invece di|exceto|em vez de|behalve|in plaats van)(?!\p{L})`,
  // "But keep": what stays as it is.
  String.raw`(?:but|and|aber|und|mais|et|pero|y|ma|e|mas|maar|en)\s(?:keep|leave|spare|behalte|behalt|lass|garde|gardez|laisse|laissez|conserva|deja|tieni|lascia|mantém|mantenha|deixa|deixe|bewaar|houd|laat)(?!\p{L})(?!\s(?:me|us|him|her|them|track|a|an|in|mich|uns|moi|nous|me|nos|mij|ons)(?!\p{L}))`,
];

const patterns: readonly RegExp[] = [
  // What a quotation begins with is its own.
  new RegExp(String.raw`(?<![\p{L}'"“„‘«])(?:${openings.join("|")})${clause}`, "giu"),
  // "The largest must stay."
  /(?<=^|[,;:!?\n.]\s?)(?:[^,;:!?\n.]|[.](?=\S)){1,120}\s(?:must|should|has to|have to|shall) (?:stay|remain|be kept)(?!\p{L})|(?<=^|[,;:!?\n.]\s?)(?:[^,;:!?\n.]|[.](?=\S)){1,120}\s(?:muss|müssen|soll|sollen) (?:bleiben|erhalten bleiben)(?!\p{L})/giu,
  // "9000 bytes more".
  /\d[\d.,]{0,20}\s(?:\p{L}{1,20}\s){0,2}(?:more|additional|extra|mehr|weitere|zusätzlich|de plus|más|in più|a mais|meer)(?!\p{L})(?!\sthan|\sals|\sque|\sdi|\sdan)/giu,
];

/** The text with a bar and blanks in place of every part that says what is not meant; everything else keeps its place. */
export function withoutExclusions(text: string): string {
  return patterns.reduce((rest, pattern) => rest.replace(pattern, (part) => " |".padEnd(part.length)), text);
}
