import { defineGuard } from "../define-guard.ts";
import type { Candidate } from "../define-guard.ts";
import { entropy, findGenericSecrets, openPrivateKey } from "../secrets/generic.ts";
import { issuers } from "../secrets/issuers.ts";
import type { View } from "../views/view.ts";

/** Below this a match of an issuer's form is a sample such as `AKIAXXXXXXXXXXXXXXXX`; bits a character. */
const leastEntropy = 2.6;

/** Access keys, tokens, private keys and passwords. Values the flow declared as secret are the prompt-leak guard's. */
export const secrets = defineGuard({
  id: "secrets",
  title: "Secrets",
  directions: ["input", "output"],
  categories: ["issued-key", "private-key", "credential-in-url", "assigned-secret"],
  window: 64,
  holdFrom: (text) => openPrivateKey(text) ?? text.length,
  inspect: (views, input) => {
    if (input.from === "author") return [];
    return views.all
      .filter((view) => view.kind === "plain" || view.kind === "decoded" || view.kind === "hidden")
      .flatMap(findIn);
  },
});

function findIn(view: View): Candidate[] {
  const issued = issuers.flatMap(({ name, pattern }) =>
    [...view.text.matchAll(pattern)]
      .filter((match) => entropy(match[0].slice(-32)) >= leastEntropy && !/example|x{6}/iu.test(match[0]))
      .map((match) =>
        candidate(
          "issued-key",
          0.95,
          view,
          match.index,
          match.index + match[0].length,
          `Contains a key in the form of ${name}.`,
        ),
      ),
  );
  const generic = findGenericSecrets(view.text).map(({ category, score, start, end }) =>
    candidate(
      category,
      score,
      view,
      start,
      end,
      category === "private-key" ? "Contains a private key." : "Contains a password or access token.",
    ),
  );
  return [...issued, ...generic];
}

function candidate(category: string, score: number, view: View, start: number, end: number, reason: string): Candidate {
  return {
    category,
    score,
    ...view.toOriginal(start, end),
    reason,
    replacement: { by: "marker", text: "[secret removed]" },
  };
}
