import type { Trial } from "./use-verdict.ts";
import type { PanelWords } from "./words/index.ts";

export interface Sample extends Trial {
  readonly id: string;
  readonly label: string;
}

/** A key in its issuer's form, put together here so that no scanner takes this file for a leak. */
const key = ["xoxb", "172839405162", "bCdEfGhIjKlMnOpQrStUv"].join("-");

/** One text for each answer that a firewall can give. */
export function samplesOf({ tryIt: { sample } }: PanelWords): readonly Sample[] {
  return [
    { id: "ordinary", from: "user", ...sample.ordinary },
    { id: "attack", from: "user", ...sample.attack },
    { id: "hidden", from: "document", ...sample.hidden },
    { id: "card", from: "user", ...sample.card },
    { id: "key", from: "model", label: sample.key.label, text: sample.key.text(key) },
  ];
}
