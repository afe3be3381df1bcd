import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { openCheckpoint, parseCheckpoint, signCheckpoint } from "./checkpoint.ts";
import { testSigner } from "./run.fixture.ts";
import { leafHash } from "./merkle.ts";
import { cosignNote, openNote, parseVkey, signNote } from "./signed-note.ts";

const file = join(process.env["GATEHOUSE_DATA"] ?? "/nowhere", "vectors/note.json");
const alice = testSigner("alice.example/log");
const bob = testSigner("bob.example/log");
const witness = testSigner("witness.example", "w", "cosignature");
const key = (signer: { vkey: string }) => parseVkey(signer.vkey);
const code = (expected: string) => expect.objectContaining({ code: expected });

describe("a signed note", () => {
  it("opens with the key that signed it and with no other", async () => {
    const note = await signNote("one\n\ntwo\n", alice);
    expect(openNote(note, [key(alice)]).text).toBe("one\n\ntwo\n");
    expect(() => openNote(note, [key(bob)])).toThrow(code("unsigned-note"));
    expect(() => openNote(note, [key(testSigner("alice.example/log", "another seed"))])).toThrow(code("unsigned-note"));
  });

  it("splits at the last empty line, so that a text can't smuggle its own signatures", async () => {
    const inner = await signNote("pay nothing\n", alice);
    const outer = await signNote(inner, alice);
    expect(openNote(outer, [key(alice)]).text).toBe(inner);
  });

  it("refuses a wrong signature of a known key even beside a right one", async () => {
    const good = await signNote("text\n", alice);
    const other = await signNote("other\n", bob);
    const mixed = good + other.slice(other.lastIndexOf("\n\n") + 2);
    expect(openNote(mixed, [key(alice)]).signatures).toHaveLength(1);
    expect(() => openNote(mixed, [key(alice), key(bob)])).toThrow(code("bad-note"));
  });

  it("carries a witness's cosignature and its time", async () => {
    const note = await cosignNote(await signNote("text\n", alice), witness, 1_800_000_000);
    const { signatures } = openNote(note, [key(alice), key(witness)]);
    expect(signatures.map(({ time }) => time)).toEqual([undefined, 1_800_000_000]);
    expect(() => openNote(note.replace("text", "test"), [key(witness)])).toThrow(code("bad-note"));
  });

  it("notices every changed character of its text", async () => {
    const text = "origin\n12\nroot\n";
    const note = await signNote(text, alice);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom("x", "\n", " ", "\u00e9"), (at, character) => {
        fc.pre(note[at] !== character);
        const forged = note.slice(0, at) + character + note.slice(at + 1);
        expect(() => openNote(forged, [key(alice)])).toThrow();
      }),
    );
  });

  it.each([
    "",
    "\n",
    "text",
    "text\n",
    "text\n\n",
    "text\n\n- a b\n",
    "text\n\n\u2014 a\n",
    "text\n\n\u2014 a !!!!\n",
    "t\u0001\n\n\u2014 a AAAAAAAA\n",
  ])("refuses the malformed note %j", (note) => {
    expect(() => openNote(note, [key(alice)])).toThrow();
  });
});

describe("a key line", () => {
  it("is refused after any change", () => {
    const { vkey } = alice;
    for (let at = 0; at < vkey.length; at++) {
      expect(() => parseVkey(vkey.slice(0, at) + vkey.slice(at + 1)), `without ${at}`).toThrow();
      expect(() => parseVkey(`${vkey.slice(0, at)}\u007f${vkey.slice(at + 1)}`)).toThrow();
    }
  });

  it.runIf(existsSync(file))("agrees with the note tests of Go's checksum database", () => {
    const vectors = z
      .object({ vkey: z.string(), badVkeys: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync(file, "utf8")));
    expect(parseVkey(vectors.vkey)).toMatchObject({ name: "PeterNeumann", id: "c74f20a3", algorithm: "ed25519" });
    for (const bad of Object.values(vectors.badVkeys)) expect(() => parseVkey(bad)).toThrow(code("bad-key"));
  });
});

describe("a checkpoint", () => {
  it("comes back as it was signed", async () => {
    const checkpoint = { origin: "alice.example/log", size: 12, root: leafHash("x") };
    expect(openCheckpoint(await signCheckpoint(checkpoint, alice), [key(alice)]).checkpoint).toEqual(checkpoint);
  });

  const root = Buffer.alloc(32).toString("base64");
  it.each([
    `o\n01\n${root}\n`,
    `o\n-1\n${root}\n`,
    `o\n1\nAAAA\n`,
    `o\n1\n${root}`,
    `o\n1\n${root}\nmore\n`,
    `\n1\n${root}\n`,
    `o\n9007199254740993\n${root}\n`,
  ])("refuses %j", (text) => {
    expect(() => parseCheckpoint(text)).toThrow();
  });
});
