import { foldCase } from "./fold-case.ts";

/** A stretch of text, in UTF-16 units, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How a derived text came about: `spaced` and `split` words are `joined`; `assembled` text stood apart in the original. */
export type ViewKind =
  | "plain"
  | "hidden"
  | "decoded"
  | "unmarked"
  | "joined"
  | "leet"
  | "deciphered"
  | "reordered"
  | "assembled";

/** A text derived from the original, whose every unit knows where it came from. */
export interface View {
  readonly kind: ViewKind;
  readonly text: string;
  /** The text in lower case, without accents, unit for unit as long. */
  readonly lower: string;
  /** Whether a reader of the rendered original would not see this text. */
  readonly hidden: boolean;
  /** The stretch of the original that `start..end` of this text came from. Never empty. */
  readonly toOriginal: (start: number, end: number) => Span;
  /**
   * What it took to read `start..end`: nothing, for the surroundings that the parent shows as well; something that ordinary
   * texts do too, such as markup; or undoing a disguise.
   */
  readonly effort: (start: number, end: number) => Effort;
}
export const efforts = ["none", "mild", "disguise"] as const;
export type Effort = (typeof efforts)[number];

/** A stretch of a parent text and what it reads as. */
export interface Piece extends Span {
  readonly text: string;
  readonly effort?: Effort;
  /** The text does not follow the stretch unit by unit although it is as long. */
  readonly isWhole?: boolean;
  /** The text in parts that map on their own, in the order in which they are read. */
  readonly parts?: readonly Piece[];
}

export function identityView(text: string): View {
  return viewOf(
    "plain",
    text,
    false,
    (start, end) => ({ start, end }),
    () => "none",
  );
}

export function viewOf(
  kind: ViewKind,
  text: string,
  hidden: boolean,
  toOriginal: View["toOriginal"],
  effort: View["effort"],
): View {
  let lower: string | undefined;
  return {
    kind,
    text,
    hidden,
    toOriginal,
    effort,
    get lower() {
      lower ??= foldCase(text);
      return lower;
    },
  };
}
