import type { Token } from "./request-tokens.ts";

const closers: Readonly<Record<string, readonly string[]>> = {
  "'": ["'", "’"],
  '"': ['"', "”"],
  "`": ["`"],
  "‘": ["’", "'"],
  "“": ["”", '"'],
  "„": ["“", "”", '"'],
  "‚": ["‘", "’"],
  "«": ["»"],
  "»": ["«"],
  "‹": ["›"],
};

/** Each quotation becomes one token. A mark that no other closes on its line stays a mark. */
export function withQuotes(tokens: readonly Token[], text: string): readonly Token[] {
  const out: Token[] = [];
  /** Where in `out` a quotation opened, by the mark that closes it. */
  const open = new Map<string, number>();
  for (const token of tokens) {
    const at = token.kind === "mark" && closes(token, text) ? open.get(token.text) : undefined;
    const first = at === undefined ? undefined : out[at];
    if (at !== undefined && first !== undefined) {
      out.length = at;
      const inside = text.slice(first.end, token.start);
      const opensLine = first.opensLine === true ? { opensLine: true } : {};
      out.push({ kind: "quote", text: inside, plain: "", start: first.start, end: token.end, ...opensLine });
      open.clear();
      continue;
    }
    if (token.text === "\n") open.clear();
    if (token.kind === "mark" && opens(token, text))
      for (const closer of closers[token.text] ?? []) if (!open.has(closer)) open.set(closer, out.length);
    out.push(token);
  }
  return out;
}

function opens({ text: mark, start, end }: Token, text: string): boolean {
  const before = text.charAt(start - 1);
  return closers[mark] !== undefined && !/\s/u.test(text.charAt(end)) && !/[\p{L}\p{N}]/u.test(before);
}

function closes({ start, end }: Token, text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text.charAt(end)) && !/\s/u.test(text.charAt(start - 1));
}

const forwarded =
  /^(?:-{2,}.{0,60}(?:original|forwarded|weitergeleitet|ursprüngliche|transféré|origine|reenviado|original|inoltrato|doorgestuurd).{0,60}|begin forwarded message.{0,20})$/iu;

/**
 * The text with everything blank that is plainly somebody else's: lines behind `>`, fenced blocks, and all that follows
 * the line under which a mail is forwarded. Offsets stay.
 */
export function withoutCopies(text: string): string {
  let isFenced = false;
  let isForwarded = false;
  return text
    .split("\n")
    .map((line) => {
      const bare = line.slice(0, 200).trim();
      const isFence = bare.startsWith("```");
      if (!isForwarded && forwarded.test(bare)) isForwarded = true;
      const isCopy = isForwarded || isFenced || isFence || bare.startsWith(">");
      if (isFence) isFenced = !isFenced;
      return isCopy ? line.replace(/\S/g, " ") : line;
    })
    .join("\n");
}
