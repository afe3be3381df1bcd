import fc from "fast-check";
import { expect, it } from "vitest";
import { firewallPolicy } from "../policy/index.ts";
import { createStreamInspector, inspect } from "../index.ts";

const off = { action: "off" } as const;
const policy = firewallPolicy.parse({ guards: { personalData: off, injection: off, promptLeak: off, links: off } });
const reply = { direction: "output", from: "model" } as const;
const parts = fc.constantFrom(
  "Your order is on its way and will arrive on Tuesday. ",
  "password: Tr0ub4dor&3x ",
  "The password for our service account is Tr0ub4dor&3x. ",
  'api_key = "f7Xq2LmZ9pRt4VbN8sKd"\n',
  'password = "it has 3 Words & more',
  '" ',
  "Authorization: Bearer f7Xq2LmZ9pRt4VbN8sKd ",
  "curl -u ada:Tr0ub4dor&3x https://shop.example \\\n  ",
  "AKIAQ3EGWJ2LKXY7MZ5N ",
  `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.${"dozjgNryP4J3jVmNHl0w5N".repeat(2)} `,
  "recovery phrase: market lens orbit candle fiber jungle ",
  "velvet onion rapid tunnel gospel maze\n",
  "kind: Secret\n",
  "data:\n  shop: VHIwdWI0ZG9yJjN4\n  mail: aHVudGVyMnhLITk5\n",
  "metadata:\n  name: shop\n",
  "---\n",
  "-----BEGIN PRIVATE KEY-----\n",
  "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj\n",
  "-----END PRIVATE KEY-----\n",
);

it("are kept back until it is known what they are", () => {
  const texts = fc.array(parts, { maxLength: 16 }).map((each) => each.join(""));
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 40 }), (text, step) => {
      const inspector = createStreamInspector(reply, policy);
      let shown = "";
      for (let at = 0; at < text.length; at += step) shown += inspector.push(text.slice(at, at + step)).release;
      expect(shown + inspector.end().release).toBe(inspect({ ...reply, text }, policy).text);
    }),
    { seed: 20_251_128, numRuns: 300 },
  );
});
