import { existsSync, readFileSync } from "node:fs";
import { ed25519 } from "@noble/curves/ed25519.js";
import { sha512 } from "@noble/hashes/sha2.js";
import { createPublicKey, verify } from "node:crypto";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { utf8 } from "./bytes.ts";
import { testSigner } from "./run.fixture.ts";
import { verifyEd25519 } from "./signature.ts";
import { parseVkey } from "./signed-note.ts";

const file = join(process.env["GATEHOUSE_DATA"] ?? "/nowhere", "vectors/wycheproof/ed25519_test.json");
const hex = z.string().transform((text) => new Uint8Array(Buffer.from(text, "hex")));

describe("an Ed25519 signature", () => {
  it("holds for its message and key only, and nothing makes the check throw", async () => {
    const signer = testSigner("a");
    const { publicKey } = parseVkey(signer.vkey);
    const signature = await signer.sign(utf8("message"));
    expect(verifyEd25519(publicKey, utf8("message"), signature)).toBe(true);
    expect(verifyEd25519(publicKey, utf8("Message"), signature)).toBe(false);
    expect(verifyEd25519(parseVkey(testSigner("b").vkey).publicKey, utf8("message"), signature)).toBe(false);
    expect(verifyEd25519(publicKey, utf8("message"), signature.subarray(1))).toBe(false);
    expect(verifyEd25519(new Uint8Array(3), utf8("message"), signature)).toBe(false);
  });

  it("is judged as OpenSSL does where the key has a part of small order", () => {
    const { Point } = ed25519;
    const small = Point.fromHex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a");
    const number = (bytes: Uint8Array) => BigInt(`0x${Buffer.from(bytes).reverse().toString("hex")}`);
    const [secret, nonce] = [1_234_567_891_234_567n, 987_654_321_987n];
    const publicKey = Point.BASE.multiply(secret).add(small).toBytes();
    const start = Point.BASE.multiply(nonce).toBytes();
    const spki = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), publicKey]);
    const openssl = createPublicKey({ key: spki, format: "der", type: "spki" });
    const judged = Array.from({ length: 40 }, (_, at) => {
      const message = utf8(`message ${at}`);
      const challenge = number(sha512(Buffer.concat([start, publicKey, message]))) % Point.Fn.ORDER;
      const scalar = ((nonce + challenge * secret) % Point.Fn.ORDER).toString(16).padStart(64, "0");
      const signature = Buffer.concat([start, Buffer.from(scalar, "hex").reverse()]);
      const byThem = verify(null, message, openssl, signature);
      expect(verifyEd25519(publicKey, message, new Uint8Array(signature)), `message ${at}`).toBe(byThem);
      return byThem;
    });
    expect(new Set(judged)).toEqual(new Set([true, false]));
    const zero = new Uint8Array(64).with(0, 1);
    expect(verifyEd25519(new Uint8Array(32).with(0, 1), utf8("anything"), zero)).toBe(false);
  });

  it.runIf(existsSync(file))("agrees with all Wycheproof cases", () => {
    const suite = z
      .object({
        testGroups: z.array(
          z.object({
            publicKey: z.object({ pk: hex }),
            tests: z.array(z.object({ tcId: z.number(), msg: hex, sig: hex, result: z.string() })),
          }),
        ),
      })
      .parse(JSON.parse(readFileSync(file, "utf8")));
    let cases = 0;
    for (const { publicKey, tests } of suite.testGroups) {
      for (const { tcId, msg, sig, result } of tests) {
        expect(verifyEd25519(publicKey.pk, msg, sig), `case ${tcId}`).toBe(result === "valid");
        cases++;
      }
    }
    expect(cases).toBe(151);
  });
});
