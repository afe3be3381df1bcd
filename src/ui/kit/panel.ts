import type { FieldError, FieldPath, FormSchema } from "./schema-form/schema.ts";
import type { Widgets } from "./schema-form/widget.ts";

/** What a node's own panel gets in place of the form that its settings would have. */
export type PanelProps = {
  /** Of all settings, as the form would show them. */
  schema: FormSchema;
  /** As they are stored: what equals the default may be missing. */
  value: Readonly<Record<string, unknown>>;
  errors: readonly FieldError[];
  widgets: Widgets;
  /** One call for each field that a person changes. */
  onChange: (path: FieldPath, value: unknown) => void;
  /** Several fields at once, as one change that can be undone; `what` names it. */
  onReplace: (value: Readonly<Record<string, unknown>>, what: string) => void;
  /** Language tag of the interface. */
  language: string;
};
