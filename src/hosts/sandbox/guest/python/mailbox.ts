import { decodeText } from "./text.ts";

/** What ends a message to the driver, and what takes back one that was begun: JSON text has neither. */
export const marks = { send: "\u001e", cancel: "\u0018" } as const;

/** A message of the prelude: a word, then JSON texts, one a line. */
export interface Message {
  readonly word: string;
  readonly parts: readonly string[];
  /** It is longer than there is room; its parts are cut short. */
  readonly isTooLong: boolean;
  /** A call that came after more messages than can be dealt with; all that is kept is what it is. */
  readonly isExtra: boolean;
}

/** What a mailbox holds, so that messages cannot fill the memory outside of the interpreter's own. */
interface Room {
  /** Most bytes of one message that are kept. */
  readonly bytes: number;
  /** From so many messages on that are not taken yet, calls are not kept whole. */
  readonly whole: number;
  /** Most messages at all. */
  readonly messages: number;
}

interface Overflow {
  /** A message outgrows its room; with the part that fits. */
  readonly ofMessage: (message: Message) => void;
  /** There is no room for another message; throws. */
  readonly ofMailbox: () => never;
}

export interface Mailbox {
  write(bytes: Uint8Array): void;
  /** The oldest message that was not taken yet. */
  take(): Message | undefined;
}

const [send, cancel] = [marks.send.charCodeAt(0), marks.cancel.charCodeAt(0)];
/** The word of a call begins like no other. */
const call = "c".charCodeAt(0);
const firstRoom = 4_096;
/** Of a message that is extra: its word, a number and a name. */
const extraRoom = 500;

/** Puts messages together from bytes that come a few at a time, mostly one. */
export function openMailbox(room: Room, overflow: Overflow): Mailbox {
  const messages: Message[] = [];
  let kept = new Uint8Array(firstRoom);
  let length = 0;
  let isTooLong = false;

  function message(): Message {
    const [word = "", ...parts] = decodeText(kept.subarray(0, length)).split("\n");
    return { word, parts, isTooLong, isExtra: isExtra() };
  }

  /** Of calls alone: how the code ended is told whole, however many came before. */
  function isExtra(): boolean {
    return messages.length >= room.whole && kept[0] === call;
  }

  function clear(): void {
    length = 0;
    isTooLong = false;
  }

  function keep(bytes: Uint8Array): void {
    if (isTooLong) return;
    if (length + bytes.length > (isExtra() ? extraRoom : room.bytes)) {
      isTooLong = true;
      overflow.ofMessage(message());
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
        if (messages.length >= room.messages) overflow.ofMailbox();
        messages.push(message());
        clear();
      } else if (bytes.length === 1 && only === cancel) clear();
      else keep(bytes);
    },
    take: () => messages.shift(),
  };
}
