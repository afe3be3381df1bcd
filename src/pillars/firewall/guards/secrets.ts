import { defineGuard } from "../define-guard.ts";
import type { Candidate } from "../define-guard.ts";
import { findSecrets } from "../secrets/find-secrets.ts";
import type { FoundSecret } from "../secrets/found.ts";
import { openManifest } from "../secrets/kubernetes.ts";
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
  holdFrom: (text) => Math.min(openPrivateKey(text) ?? text.length, openSeedPhrase(text), openManifest(text)),
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
  if (issuer !== undefined) return `Has the form of ${[issuer, noun].filter(Boolean).join(" ")}s.`;
  return promise === "password" ? "Contains a password." : "Contains an access token or key.";
}
