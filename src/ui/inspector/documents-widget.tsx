import { Checkbox } from "#ui/kit";
import type { WidgetProps } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import { useFlow } from "../editor-page/editor-context.tsx";

/** Which of the flow's documents; none chosen means all. */
export function DocumentsWidget({ label, hint, error, value, onChange }: WidgetProps) {
  const t = useMessages().edit.inspect;
  const { documents } = useFlow();
  const chosen = Array.isArray(value) ? value.map(String) : [];
  const toggle = (id: string, isChosen: boolean) =>
    onChange(isChosen ? [...chosen, id] : chosen.filter((each) => each !== id));
  return (
    <fieldset>
      <legend>{label}</legend>
      {documents.length === 0 && <p className="small t2">{t.noDocuments}</p>}
      {documents.map(({ id, title }) => (
        <Checkbox key={id} label={title} checked={chosen.includes(id)} onChange={(isOn) => toggle(id, isOn)} />
      ))}
      {hint && <p className="small t3">{hint}</p>}
      {error && <p className="form-error">{error}</p>}
    </fieldset>
  );
}
