import { marks } from "./prelude.ts";
import { decodeText } from "./text.ts";

/** A message of the prelude: a word, then JSON texts, one a line. */
export interface Message {
  readonly word: string;
  readonly parts: readonly string[];
  /** It is longer than there is room; its parts are cut short. */
  readonly isTooLong: boolean;
}

export interface Mailbox {
  write(bytes: Uint8Array): void;
  /** The oldest message that was not taken yet. */
  take(): Message | undefined;
}

const [send, cancel] = [marks.send.charCodeAt(0), marks.cancel.charCodeAt(0)];
const firstRoom = 4_096;

/**
 * Puts messages together from bytes that come a few at a time, mostly one.
 * @param room most bytes of one message that are kept.
 * @param overflow told at once when a message outgrows the room, with the part that fits.
 */
export function openMailbox(room: number, overflow: (message: Message) => void): Mailbox {
  const messages: Message[] = [];
  let kept = new Uint8Array(firstRoom);
  let length = 0;
  let isTooLong = false;

  function message(): Message {
    const [word = "", ...parts] = decodeText(kept.subarray(0, length)).split("\n");
    return { word, parts, isTooLong };
  }

  function clear(): void {
    length = 0;
    isTooLong = false;
  }

  function keep(bytes: Uint8Array): void {
    if (isTooLong) return;
    if (length + bytes.length > room) {
      isTooLong = true;
      overflow(message());
      return;
    }
    if (length + bytes.length > kept.length) {
      const larger = new Uint8Array(Math.max(2 * kept.length, length + bytes.length));
      larger.set(kept.subarray(0, length));
      kept = larger;
    }
    kept.set(bytes, length);
    length += bytes.length;
  }

  return {
    write(bytes) {
      const [only] = bytes;
      if (bytes.length === 1 && only === send) {
        messages.push(message());
        clear();
      } else if (bytes.length === 1 && only === cancel) clear();
      else keep(bytes);
    },
    take: () => messages.shift(),
  };
}
