import type { Tensor } from "onnxruntime-web/wasm";
import { Unusable } from "./unusable.ts";

/** The share of one class in what a classifier answers for one text (softmax). Anything but such an answer is refused. */
export function probabilityOf(logits: Tensor | undefined, at: number): number {
  const [texts, classes = 0, ...more] = logits?.dims ?? [];
  if (logits === undefined || texts !== 1 || classes < 2 || more.length > 0 || !(logits.data instanceof Float32Array))
    throw new Unusable("The model does not answer with one number for each of at least two classes.");
  if (at >= classes) throw new Unusable(`The model has ${classes} answers, so there is no answer ${at}.`);
  const highest = logits.data.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const weights = logits.data.map((each) => Math.exp(each - highest));
  const share = (weights[at] ?? 0) / weights.reduce((sum, each) => sum + each, 0);
  if (!Number.isFinite(share)) throw new Unusable("The model answers with something that is no number.");
  return share;
}
