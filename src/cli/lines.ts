/**
 * The lines of a stream of UTF-8 text. A line ends with a line feed and nothing else: JSON may hold the other line ends of
 * Unicode (U+2028) as they are, and node:readline would cut there.
 */
export async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string, undefined> {
  const decoder = new TextDecoder();
  let parts: string[] = [];
  for await (const chunk of stream) {
    const [first = "", ...more] = decoder.decode(chunk, { stream: true }).split("\n");
    parts.push(first);
    for (const next of more) {
      yield withoutReturn(parts.join(""));
      parts = [next];
    }
  }
  const rest = parts.join("") + decoder.decode();
  if (rest !== "") yield withoutReturn(rest);
  return undefined;
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}
