/** Characters a stretch of a secret is drawn from: the body of a character class, and how many characters it holds. */
interface Alphabet {
  readonly characters: string;
  readonly size: number;
}

/** By the names that forms use. Upper and lower case of a name tell the case of its letters. */
const alphabets = {
  digit: { characters: "0-9", size: 10 },
  hex: { characters: "0-9a-f", size: 16 },
  HEX: { characters: "0-9A-F", size: 16 },
  Hex: { characters: "0-9a-fA-F", size: 16 },
  lower: { characters: "a-z", size: 26 },
  letter: { characters: "A-Za-z", size: 52 },
  base36: { characters: "0-9a-z", size: 36 },
  BASE36: { characters: "0-9A-Z", size: 36 },
  base62: { characters: "0-9A-Za-z", size: 62 },
  word: { characters: "0-9A-Za-z_", size: 63 },
  /** RFC 4648 sections 4, 5 and 6. */
  base64: { characters: "0-9A-Za-z+/", size: 64 },
  base64url: { characters: "0-9A-Za-z_\\-", size: 64 },
  base32: { characters: "A-Z2-7", size: 32 },
  /** Bech32 (BIP 173); in capitals as age writes its keys. */
  bech32: { characters: "02-9ac-hj-np-z", size: 32 },
  BECH32: { characters: "02-9AC-HJ-NP-Z", size: 32 },
  /** Bitcoin's alphabet: no 0, O, I, l. */
  base58: { characters: "1-9A-HJ-NP-Za-km-z", size: 58 },
  pad: { characters: "=", size: 1 },
  /** Base64 with either pair of signs, padded anywhere. */
  anyBase64: { characters: "0-9A-Za-z+/_=\\-", size: 64 },
  /** base64url and the point: tokens made of parts. */
  dotted: { characters: "0-9A-Za-z_.=\\-", size: 64 },
  /** base64url, the point and the tilde: what a URL leaves unescaped (RFC 3986 section 2.3). */
  unreserved: { characters: "0-9A-Za-z_.~\\-", size: 66 },
  /** base64 as it stands in a query. */
  escaped: { characters: "0-9A-Za-z+/%", size: 64 },
} as const satisfies Readonly<Record<string, Alphabet>>;

export type AlphabetName = keyof typeof alphabets;

export function alphabet(name: string): Alphabet {
  if (!isAlphabet(name)) throw new Error(`No alphabet is called ${name}.`);
  return alphabets[name];
}

function isAlphabet(name: string): name is AlphabetName {
  return Object.hasOwn(alphabets, name);
}
