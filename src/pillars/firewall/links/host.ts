/** Second labels under which a country registers names: example.co.uk is one name. */
const shared = /^(?:co|com|net|org|gov|edu|ac|gob|gouv|or|ne)$/u;

/** The host of an entry that a person made: without scheme, path, port and the asterisk of "*.example.com". */
export function hostOf(entry: string): string {
  return entry
    .trim()
    .toLowerCase()
    .replace(/^[a-z][a-z\d+.-]{0,20}:\/\//u, "")
    .replace(/[/?#:].*$/u, "")
    .replace(/^\*?\.|\.$/gu, "");
}

/** Whether a host is another or lies below it. */
export function isWithin(host: string, above: string): boolean {
  return above !== "" && (host === above || host.endsWith(`.${above}`));
}

/** The part of a host that somebody registered: "mail.shop.example.co.uk" is example.co.uk. */
export function registered(host: string): string {
  const labels = host.split(".");
  const isShared = labels.length > 2 && labels.at(-1)?.length === 2 && shared.test(labels.at(-2) ?? "");
  return labels.slice(isShared ? -3 : -2).join(".");
}

/** The name that a person remembers of a host: "example" of "www.example.co.uk". */
export function brandOf(host: string): string {
  return registered(host).split(".")[0] ?? "";
}

/** A network address instead of a name. The URL parser has resolved odd spellings of it already. */
export function isBareAddress(host: string): boolean {
  return host.startsWith("[") || /^\d{1,3}(?:\.\d{1,3}){3}$/u.test(host);
}

/** Endings of files that look like the ending of a host. */
const fileEnding =
  /\.(?:js|ts|md|py|rs|sh|pl|rb|go|css|html?|json|ya?ml|txt|pdf|docx?|xlsx?|pptx?|csv|zip|gz|png|jpe?g|gif|svg|webp|mp[34]|xml|php|aspx?|jsp|java|cpp|exe|log|ini|cfg|toml|lock|map|vue|tsx|jsx|mjs|cjs|sql|db|bak|tmp|wasm|ico|woff2?)$/u;

/** Whether a word could be a host: "evil.example", but not "node.js" or "1.2.3". */
export function looksLikeHost(word: string): boolean {
  return /^(?:[a-z\d_-]{1,63}\.){1,8}[a-z]{2,24}$/u.test(word) && !fileEnding.test(word) && /^.{4,253}$/u.test(word);
}
