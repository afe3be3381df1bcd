/** SHA-256 of a file in hexadecimal, by the platform: files of models have hundreds of megabytes. */
export async function digestOfFile(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
