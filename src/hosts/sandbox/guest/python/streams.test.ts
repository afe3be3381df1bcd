import { expect, test } from "vitest";
import { openConsole } from "./console.ts";
import { marks, openMailbox, type Message } from "./mailbox.ts";
import { decodeText } from "./text.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

test("a console says whole lines, however the bytes come, and no more than there is room for", () => {
  const lines: string[] = [];
  const console = openConsole(12, (line) => lines.push(line));
  for (const byte of bytes("aé\0\r\n\nb")) console.write(Uint8Array.of(byte));
  console.write(bytes("cdefghij\n"));
  console.finish();
  expect(lines).toEqual(["aé\ufffd", "", "bcdef"]);
});

const deaf = {
  ofMessage: () => undefined,
  ofMailbox: () => {
    throw new Error("full");
  },
};

test("a mailbox gives whole messages in their order, and forgets what was taken back", () => {
  const mailbox = openMailbox({ bytes: 100, whole: 9, messages: 9 }, deaf);
  for (const text of ["call\n1", "\n2", marks.send, "half", marks.cancel, "rest", marks.send])
    mailbox.write(bytes(text));
  expect(mailbox.take()).toEqual({ word: "call", parts: ["1", "2"], isTooLong: false, isExtra: false });
  expect(mailbox.take()).toEqual({ word: "rest", parts: [], isTooLong: false, isExtra: false });
  expect(mailbox.take()).toBeUndefined();
});

test("a message that outgrows the room is told of once, and the next one is whole", () => {
  const overflown: Message[] = [];
  const mailbox = openMailbox(
    { bytes: 10_000, whole: 9, messages: 9 },
    { ...deaf, ofMessage: (one) => overflown.push(one) },
  );
  mailbox.write(bytes("value\n"));
  for (let turn = 0; turn < 20; turn++) mailbox.write(bytes("x".repeat(1_000)));
  mailbox.write(bytes(marks.send));
  mailbox.write(bytes("rest"));
  mailbox.write(bytes(marks.send));
  expect(overflown.map(({ word }) => word)).toEqual(["value"]);
  expect([mailbox.take()?.isTooLong, mailbox.take()?.isTooLong]).toEqual([true, false]);
});

test("a mailbox that is full keeps what messages are, and then takes no more", () => {
  const mailbox = openMailbox({ bytes: 10_000, whole: 2, messages: 4 }, deaf);
  const send = () => mailbox.write(bytes(marks.send));
  for (const [turn, word] of ["call", "call", "call", "value"].entries()) {
    mailbox.write(bytes(`${word}\n${turn}\n`));
    mailbox.write(bytes("x".repeat(1_000)));
    send();
  }
  expect(send).toThrow("full");
  const taken = [0, 1, 2, 3].map(() => mailbox.take());
  expect(taken.map((message) => message?.isExtra)).toEqual([false, false, true, false]);
  expect(taken.map((message) => message?.parts)).toEqual([
    ["0", "x".repeat(1_000)],
    ["1", "x".repeat(1_000)],
    ["2", ""],
    ["3", "x".repeat(1_000)],
  ]);
});

test("pairs of surrogates that were written one by one become one character", () => {
  const [high, low] = [
    [0xed, 0xa0, 0xbd],
    [0xed, 0xb8, 0x80],
  ];
  expect(decodeText(Uint8Array.of(0x61, ...high, ...low, 0x62))).toBe("a😀b");
  expect(decodeText(Uint8Array.of(...high, ...high, ...low))).toBe("\ufffd\ufffd\ufffd😀");
  expect(decodeText(bytes("한 😀"))).toBe("한 😀");
});
