export interface Console {
  write(bytes: Uint8Array): void;
  /** Says what was written after the last line end. */
  finish(): void;
}

/**
 * Gathers bytes into lines. No more than `room` bytes are kept however much is written.
 * @param log takes one line.
 */
export function openConsole(room: number, log: (line: string) => void): Console {
  const decoder = new TextDecoder();
  let left = room;
  let line = "";

  function say(text: string): void {
    // A NUL ends texts for many a reader.
    log(text.replaceAll("\0", "\ufffd"));
  }

  return {
    write(bytes) {
      if (left <= 0) return;
      const kept = bytes.subarray(0, left);
      left -= kept.length;
      const lines = (line + decoder.decode(kept, { stream: true })).split("\n");
      line = lines.pop() ?? "";
      for (const whole of lines) say(whole.endsWith("\r") ? whole.slice(0, -1) : whole);
    },
    finish() {
      if (line !== "") say(line);
      line = "";
    },
  };
}
