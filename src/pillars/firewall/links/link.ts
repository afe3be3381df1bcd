import type { Span } from "../views/view.ts";

export interface Link extends Span {
  /** `image` is fetched without a click; `definition` may serve an image. */
  readonly form: "image" | "definition" | "link" | "bare";
  readonly url: string;
}
