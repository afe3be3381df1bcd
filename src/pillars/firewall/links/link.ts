import type { Span } from "../views/view.ts";

export interface Link extends Span {
  /** `image` is fetched without a click; the others wait for one. */
  readonly form: "image" | "definition" | "link" | "bare";
  readonly url: string;
  /** What a reader sees of the link, where that is not its address. */
  readonly shown?: string;
}
