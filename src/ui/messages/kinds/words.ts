/** What a kind of step is called and what is said about it. */
export interface KindName {
  readonly title: string;
  readonly description: string;
}

/** The kinds of step in another language than that of their definitions. */
export interface KindWords {
  /** By the type of the step. A kind that is not here is called as it is defined. */
  readonly types: Readonly<Record<string, KindName>>;
  /** Variants of a kind, ports and sockets, by the title that they are defined with. */
  readonly variants: Readonly<Record<string, KindName>>;
  readonly ports: Readonly<Record<string, string>>;
}

/** The language of the definitions. */
export const asDefined: KindWords = { types: {}, variants: {}, ports: {} };
