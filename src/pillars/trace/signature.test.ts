import { existsSync, readFileSync } from "node:fs";
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
