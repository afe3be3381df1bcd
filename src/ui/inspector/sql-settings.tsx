import { createContext, useCallback, useContext, useMemo, useState } from "react";
import type { CodeRunner, JsonValue } from "#engine";
import { CodeDialog, panelWords, type RecordedRun } from "#nodes/code/panel";
import { askOf } from "#nodes/sql/panel";
import { Button, SchemaForm, Section } from "#ui/kit";
import type { PanelProps, WidgetProps } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import { CodeWidget } from "./code-widget.tsx";

export type SqlSettingsProps = PanelProps & {
  lastRun: () => Promise<RecordedRun | undefined>;
  runner: () => Promise<CodeRunner>;
};

const Open = createContext<{ label: string; isOpen: boolean; open: () => void } | undefined>(undefined);

/** The query in the form, with the way to its editor. */
function QueryWidget(props: WidgetProps) {
  const way = useContext(Open);
  return (
    <div className="form">
      <CodeWidget {...props} />
      {way !== undefined && (
        <span>
          <Button size="sm" icon="file-code" onPress={way.open} haspopup="dialog" expanded={way.isOpen}>
            {way.label}
          </Button>
        </span>
      )}
    </div>
  );
}

const nothing = { tools: [] };

/** The settings of a SQL step: its form, and an editor that knows its tables. */
export function SqlSettings(props: SqlSettingsProps) {
  const { schema, value, errors, widgets, onChange, onReplace, language, lastRun, runner } = props;
  const t = useMessages().edit.inspect;
  const words = useMemo(() => panelWords(language), [language]);
  const [isOpen, setOpen] = useState(false);
  const own = useMemo(() => ({ ...widgets, code: QueryWidget }), [widgets]);
  const way = useMemo(() => ({ label: words.open, isOpen, open: () => setOpen(true) }), [words, isOpen]);
  const query = useCallback((sample: JsonValue) => askOf(value, sample), [value]);
  const recorded = useCallback(async () => {
    const run = await lastRun();
    return run === undefined ? undefined : { ...run, input: run.inputs };
  }, [lastRun]);
  const number = (name: string) => (typeof value[name] === "number" ? value[name] : 0);
  const text = (name: string) => (typeof value[name] === "string" ? value[name] : "");
  const bounds = { seconds: number("seconds"), megabytes: number("megabytes"), calls: 0, rows: number("rows") };
  return (
    <Section title={t.settings}>
      <Open value={way}>
        <SchemaForm {...{ schema, value, errors, onChange }} widgets={own} />
      </Open>
      {isOpen && (
        <CodeDialog
          {...{ words, bounds, runner, query }}
          purpose={text("purpose")}
          language="sql"
          source={text("source")}
          attached={nothing}
          lastRun={recorded}
          onSave={(source) => onReplace({ ...value, source }, words.changeQuery)}
          onClose={() => setOpen(false)}
        />
      )}
    </Section>
  );
}
