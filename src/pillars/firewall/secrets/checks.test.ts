import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { secretsOf } from "./draw.fixture.ts";
import { findSecrets } from "./find-secrets.ts";
import { issuedKinds } from "./kinds/index.ts";

const summed = issuedKinds.filter(
  ({ check }) => check === "crcBase62" || check === "gitlabRoutable" || check === "bech32",
);

function scoreOf(text: string): number {
  return Math.max(0, ...findSecrets(text).map(({ score }) => score));
}
/** Long tokens have no published sum. */
function isLong(secret: string): boolean {
  return /^ghr_.{37}/u.test(secret);
}
/** With another last character of the same sort. */
function withWrongSum(secret: string): string {
  return secret.slice(0, -1) + (secret.endsWith("2") ? "3" : secret.endsWith("A") ? "C" : "2");
}

describe.each(summed.map((kind) => ({ title: `${kind.issuer} ${kind.noun}`, kind })))(
  "the checksum of a $title",
  ({ kind }) => {
    it("makes it certain, and a wrong one doubtful", () => {
      const secrets = fc.sample(secretsOf(kind), { seed: 7, numRuns: 5 }).filter((secret) => !isLong(secret));
      expect(secrets.length).toBeGreaterThan(0);
      for (const secret of secrets) {
        expect(scoreOf(secret)).toBe(0.99);
        expect(scoreOf(withWrongSum(secret))).toBe(0.6);
      }
    });
  },
);

describe("JSON Web Tokens", () => {
  const rest = "eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U";
  const part = (json: string) => btoa(json).replace(/=+$/u, "");

  it("name their algorithm", () => {
    expect(scoreOf(`${part('{"alg":"HS256","typ":"JWT"}')}.${rest}`)).toBe(0.99);
    expect(scoreOf(`${part('{"typ":"page","of":"HS256"}')}.${rest}`)).toBe(0);
  });
});
