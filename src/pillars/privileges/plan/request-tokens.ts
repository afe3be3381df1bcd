import { plainWord } from "./plain-word.ts";

/** `quote` is somebody's words, a title or a name in quotation marks: one token, never read as an order. */
export type TokenKind =
  | "word"
  | "number"
  | "email"
  | "url"
  | "file"
  | "handle"
  | "quote"
  | "stop"
  | "comma"
  | "colon"
  | "mark";

export interface Token {
  readonly kind: TokenKind;
  /** As written; of a quote what stands inside. */
  readonly text: string;
  /** Lower case without accents. */
  readonly plain: string;
  readonly start: number;
  readonly end: number;
  /** "Alice's": says whose, not who. */
  readonly isPossessive?: boolean;
  /** In front of it stands the beginning of a line. */
  readonly opensLine?: boolean;
}

const piece =
  /(?<url>https?:\/\/[^\s<>"“”„«»]+|www\.[^\s<>"“”„«»]+)|(?<email>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})|(?<handle>[#@]\p{L}[\p{L}\p{N}\p{M}_]*(?:[.-][\p{L}\p{N}\p{M}_]+)*)|(?<word>[\p{L}\p{N}\p{M}_]+(?:[.'’/:@-][\p{L}\p{N}\p{M}_]+)*)|(?<line>\n)|(?<mark>[^\s\p{Cf}])/gu;

const fileEnd =
  /\.(?:docx?|xlsx?|pptx?|pdf|txt|md|csv|json|xml|ya?ml|html?|png|jpe?g|gif|svg|zip|tar|gz|odt|ods|rtf|log|sql|ts|js|py|ics|eml|mp[34])$/;
const hostEnd =
  /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|io|dev|app|ai|eu|de|fr|es|it|pt|nl|uk|ch|at|be|us|ca|br|mx|info|biz|co|edu|gov|example|test)(?:[/:].*)?$/;

/** The request in pieces, in order. Linear in its length. */
export function requestTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let opensLine = true;
  for (const match of text.matchAll(piece)) {
    const found = tokensOf(match);
    tokens.push(...found.map((token, index) => (opensLine && index === 0 ? { ...token, opensLine } : token)));
    if (found.length > 0) opensLine = match.groups?.["line"] !== undefined;
  }
  return tokens;
}

function tokensOf(match: RegExpExecArray): readonly Token[] {
  const { url, email, handle, word, line } = match.groups ?? {};
  const start = match.index;
  if (url !== undefined) return urlTokens(url, start);
  if (email !== undefined) return [token("email", email, start)];
  if (handle !== undefined) return [token("handle", handle, start)];
  if (word !== undefined) return wordTokens(word, start);
  if (line !== undefined) return [token("stop", line, start)];
  return [token(markKind(match[0]), match[0], start)];
}

function markKind(mark: string): TokenKind {
  if (".!?;。！？".includes(mark)) return "stop";
  if (",、，–—(".includes(mark)) return "comma";
  return ":：".includes(mark) ? "colon" : "mark";
}

/** Punctuation behind an address belongs to the sentence, and so does a new sentence glued to it ("www.a.com.They"). */
function urlTokens(url: string, start: number): readonly Token[] {
  let end = url.length;
  while (end > 0 && ".,;:!?)]}'*".includes(url.charAt(end - 1))) end--;
  const glued = /\.\p{Lu}\p{Ll}*$/u.exec(url.slice(0, end));
  if (glued !== null) end = glued.index;
  const rest = url.slice(end);
  const after = [...rest.matchAll(piece)].flatMap((match) =>
    (match.groups?.["url"] === undefined ? tokensOf(match) : []).map((each) => shifted(each, start + end)),
  );
  return [token("url", url.slice(0, end), start), ...after];
}

function shifted(each: Token, by: number): Token {
  return { ...each, start: each.start + by, end: each.end + by };
}

const elision = /^(?:l|d|n|m|s|t|j|qu|c|all|dell|nell|sull|dall|un|quest)['’](?=\p{L}{2})/iu;
const clitic = /-(?:le|la|les|lui|leur|moi|nous|vous|tu|il|elle|lhe|lhes|lo|los|las|me|se|te|nos|no|na|o|os|as)$/iu;

/** What is longer is no word of anybody's, and is not taken apart. */
const longestWord = 300;

function wordTokens(word: string, start: number): readonly Token[] {
  if (word.length > longestWord) return [token("word", word, start)];
  const lower = word.toLowerCase();
  if (fileEnd.test(lower)) return [token("file", word, start)];
  if (hostEnd.test(lower)) return [token("url", word, start)];
  if (/^\p{N}/u.test(word)) return [token("number", word, start)];
  const glued = /(?<=\p{Ll})[.:](?=\p{Lu})|[@:]|\/(?!\p{N})/u.exec(word);
  if (glued !== null) return cut(word, start, glued.index, 1);
  const elided = elision.exec(word);
  if (elided !== null) return cut(word, start, elided[0].length - 1, 1);
  const enclitic = clitic.exec(word);
  if (enclitic !== null) return cut(word, start, enclitic.index, 1);
  const own = /['’]s$/iu.exec(word);
  if (own === null || /^(?:let|what|who|where|it|that)['’]s$/i.test(word)) return [token("word", word, start)];
  return [{ ...token("word", word.slice(0, own.index), start), isPossessive: true }];
}

function cut(word: string, start: number, at: number, width: number): readonly Token[] {
  const mark = word.charAt(at);
  const between =
    mark === "." ? [token("stop", mark, start + at)] : mark === ":" ? [token("colon", mark, start + at)] : [];
  return [
    ...wordTokens(word.slice(0, at), start),
    ...between,
    ...wordTokens(word.slice(at + width), start + at + width),
  ];
}

function token(kind: TokenKind, text: string, start: number): Token {
  return { kind, text, plain: plainWord(text), start, end: start + text.length };
}
