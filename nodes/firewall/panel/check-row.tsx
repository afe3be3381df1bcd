import type { ReactNode } from "react";
import { SchemaForm, Select, StepSlider, Tile } from "#ui/kit";
import type { FieldError, FieldPath, FormSchema, Widgets } from "#ui/kit";
import { claimOf } from "./figures.ts";
import { guardIcon } from "./look.ts";
import { actionOf, fieldOf, sentenceOf } from "./settings.ts";
import type { Check } from "./settings.ts";
import type { PanelWords } from "./words/index.ts";

export type CheckRowProps = {
  check: Check;
  words: PanelWords;
  errors: readonly FieldError[];
  widgets: Widgets;
  /** The path begins inside the check's own settings. */
  onChange: (path: FieldPath, value: unknown) => void;
  /** Settings that the fold does not show; they have their own controls among the children. */
  hidden?: readonly string[];
  /** Whether the fold is open from the start. */
  isOpen?: boolean;
  /** Shown while the check is on. */
  children?: ReactNode;
};

/** One check: what it does now, what happens when it finds something, how strict it is, and the rest behind a fold. */
export function CheckRow(props: CheckRowProps) {
  const { check, words, errors, widgets, onChange, hidden = [], isOpen = false, children } = props;
  const t = words.check;
  const action = actionOf(check.setting);
  const rest = restOf(check.schema, hidden);
  const hasError = errors.length > 0;
  return (
    <li className={action === "off" ? "check-row off" : "check-row"}>
      <div className="row g8">
        <Tile icon={guardIcon(check.id)} tone={action === "off" ? "logic" : "guard"} size="sm" />
        <h4 className="grow">{check.title}</h4>
        <ActionSelect {...{ check, words, onChange }} />
      </div>
      <p className="small t2">{sentenceOf(check, words)}</p>
      {action !== "off" && <Strictness {...{ check, words, onChange }} />}
      {action !== "off" && children}
      {action !== "off" && rest !== undefined && (
        <details open={hasError || isOpen || undefined}>
          <summary>{t.more}</summary>
          <SchemaForm schema={rest} value={check.setting} onChange={onChange} errors={errors} widgets={widgets} />
        </details>
      )}
    </li>
  );
}

type PartProps = Pick<CheckRowProps, "check" | "words" | "onChange">;

function ActionSelect({ check, words, onChange }: PartProps) {
  const named: Readonly<Record<string, string>> = words.check.actions;
  const options = (fieldOf(check.schema, "action")?.enum ?? []).map(String);
  return (
    <Select
      size="sm"
      quiet
      hideLabel
      label={words.check.action(check.title)}
      value={String(check.setting["action"])}
      options={options.map((value) => ({ value, label: named[value] ?? value }))}
      onChange={(value) => onChange(["action"], value)}
    />
  );
}

function Strictness({ check, words, onChange }: PartProps) {
  const field = fieldOf(check.schema, "sensitivity");
  if (field?.enum === undefined) return null;
  const named: Readonly<Record<string, string>> = words.check.steps;
  const sensitivity = String(check.setting["sensitivity"]);
  const claim = claimOf(check.id, sensitivity, words);
  return (
    <StepSlider
      label={words.check.strict}
      steps={field.enum.map((value) => ({ value: String(value), label: named[String(value)] ?? String(value) }))}
      value={sensitivity}
      onChange={(value) => onChange(["sensitivity"], value)}
      hint={claim && `${claim.sentence} ${claim.basis}`}
    />
  );
}

/** What has no control of its own above. */
function restOf(schema: FormSchema, hidden: readonly string[]): FormSchema | undefined {
  const shown = new Set(["action", "sensitivity", ...hidden]);
  const rest = Object.entries(schema.properties ?? {}).filter(([name]) => !shown.has(name));
  return rest.length === 0 ? undefined : { ...schema, properties: Object.fromEntries(rest) };
}
