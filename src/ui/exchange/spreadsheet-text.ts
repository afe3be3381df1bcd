/** A spreadsheet that a double click opens takes a text without this mark for another encoding. */
export function spreadsheetText(text: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(3 + text.length);
  bytes.set([0xef, 0xbb, 0xbf]);
  bytes.set(text, 3);
  return bytes;
}
