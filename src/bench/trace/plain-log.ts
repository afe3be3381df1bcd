import { utf8 } from "#pillars/trace";

const hexOf = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** A log as one would write it without a tree, a signature or one form of JSON: each line holds the hash of the one before. */
export async function plainLogOf(from: readonly string[]): Promise<string> {
  let before = "";
  const out: string[] = [];
  for (const line of from) {
    const text = JSON.stringify({ ...JSON.parse(line), prev: before });
    out.push(text);
    before = await plainHash(text);
  }
  return out.join("\n");
}

export async function checkPlainLog(log: string): Promise<void> {
  let before = "";
  for (const text of log.split("\n")) {
    const entry: { readonly prev: string } = JSON.parse(text);
    if (entry.prev !== before) throw new Error("The plain log does not fit together.");
    before = await plainHash(JSON.stringify(entry));
  }
}

async function plainHash(text: string): Promise<string> {
  let hex = "";
  for (const byte of new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(utf8(text)))))
    hex += hexOf[byte] ?? "";
  return hex;
}
