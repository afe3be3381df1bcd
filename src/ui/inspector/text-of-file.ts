/** The text of a file: UTF-8, or the Windows code page in which office programs still write tables. */
export async function textOfFile(
  file: Blob,
  longest: number,
): Promise<string | { readonly problem: "long" | "binary" }> {
  // At most four bytes make a character.
  if (file.size > longest * 4) return { problem: "long" };
  const text = decoded(await file.arrayBuffer());
  if (text.includes("\0")) return { problem: "binary" };
  return text.length > longest ? { problem: "long" } : text;
}

function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
