/** Words for the fields of a form, by the name of the field; what is left out stays as the step has it. */
export interface FieldWords {
  readonly title?: string;
  readonly description?: string;
  /** Of a choice, by value. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Of an object, or of each item of a list. */
  readonly fields?: FormWords;
}

export type FormWords = Readonly<Record<string, FieldWords>>;
