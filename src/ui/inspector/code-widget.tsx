import { TextArea } from "#ui/kit";
import type { WidgetProps } from "#ui/kit";

/** A text that a machine reads, in letters of one width. */
export function CodeWidget({ label, hint, error, value, onChange, disabled }: WidgetProps) {
  return (
    <TextArea
      {...{ label, hint, error, disabled, onChange }}
      code
      rows={8}
      value={typeof value === "string" ? value : ""}
    />
  );
}

export function ExpressionWidget(props: WidgetProps) {
  return <TextArea {...props} code rows={2} value={typeof props.value === "string" ? props.value : ""} />;
}
