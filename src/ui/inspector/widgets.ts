import { LinesWidget } from "#ui/kit";
import type { Widgets } from "#ui/kit";
import { ChoicesWidget } from "./choices-widget.tsx";
import { CodeWidget, ExpressionWidget } from "./code-widget.tsx";
import { ConditionRulesWidget } from "./condition-rules-widget.tsx";
import { DocumentsWidget } from "./documents-widget.tsx";
import { ModelWidget } from "./model-widget.tsx";
import { RoleWidget } from "./role-widget.tsx";
import { TextFileWidget } from "./text-file-widget.tsx";
import { VariantWidget } from "./variant-widget.tsx";

/** The widgets by the names that definitions use. */
export const widgets: Widgets = {
  model: ModelWidget,
  role: RoleWidget,
  documents: DocumentsWidget,
  template: CodeWidget,
  code: CodeWidget,
  expression: ExpressionWidget,
  pattern: ExpressionWidget,
  "condition-rules": ConditionRulesWidget,
  variant: VariantWidget,
  choices: ChoicesWidget,
  lines: LinesWidget,
  "text-file": TextFileWidget,
};
