import type { ComponentType } from "react";
import type { FieldError, FieldPath, FormSchema } from "./schema.ts";

/** What a widget gets. It shows its label and its error itself, as the kit's fields do. */
export type WidgetProps = {
  schema: FormSchema;
  label: string;
  hint: string | undefined;
  error: string | undefined;
  value: unknown;
  onChange: (value: unknown) => void;
  disabled: boolean;
};

/** Widgets by the name that a definition gives in `.meta({ widget: "model" })`. */
export type Widgets = Readonly<Record<string, ComponentType<WidgetProps>>>;

/** What is the same for every field of one form. */
export type FormContext = {
  widgets: Widgets;
  errors: readonly FieldError[];
  onChange: (path: FieldPath, value: unknown) => void;
  disabled: boolean;
};
