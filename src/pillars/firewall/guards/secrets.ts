import { defineGuard } from "../define-guard.ts";
import type { Candidate } from "../define-guard.ts";
import { findSecrets } from "../secrets/find-secrets.ts";
import type { FoundSecret } from "../secrets/found.ts";
import { openPrivateKey } from "../secrets/private-keys.ts";
import { openSeedPhrase } from "../secrets/seed-phrases.ts";
import type { View } from "../views/view.ts";

/** Access keys, tokens, private keys and passwords. Values the flow declared as secret are the prompt-leak guard's. */
export const secrets = defineGuard({
  id: "secrets",
  title: "Secrets",
  directions: ["input", "output"],
  categories: ["issued-key", "private-key", "credential-in-url", "assigned-secret"],
  window: 128,
  holdFrom: (text) => Math.min(openPrivateKey(text) ?? text.length, openSeedPhrase(text)),
  inspect: (views, input) => {
    if (input.from === "author") return [];
    return views.all
      .filter((view) => view.kind === "plain" || view.kind === "decoded" || view.kind === "hidden")
      .flatMap((view) => findSecrets(view.text).map((secret) => candidate(view, secret)));
  },
});

function candidate(view: View, secret: FoundSecret): Candidate {
  return {
    category: secret.category,
    score: secret.score,
    ...view.toOriginal(secret.start, secret.end),
    reason: reasonFor(secret),
    replacement: { by: "marker", text: "[secret removed]" },
  };
}

function reasonFor({ category, issuer, noun, promise }: FoundSecret): string {
  if (category === "private-key") return "Contains a private key.";
  if (issuer !== undefined) return `Looks like ${article(issuer)} ${[issuer, noun].filter(Boolean).join(" ")}.`;
  return promise === "password" ? "Contains a password." : "Contains an access token or key.";
}

/** By sound: letters that are read one by one, as in NS1 or npm, count as they are spoken. */
function article(name: string): "a" | "an" {
  const isSpelled = /^(?:[A-Z][A-Z0-9]+\b|npm|x[A-Z])/u.test(name);
  return (isSpelled ? /^[AEFHILMNORSXanx8]/u : /^[AEIOaeio]/u).test(name) ? "an" : "a";
}
