import { useCallback, useMemo, useState } from "react";
import type { ReactNode } from "react";
import type { CodeRunner, JsonValue } from "#engine";
import { CodeDialog, LimitSliders, panelWords, stops, type RecordedRun } from "#nodes/code/panel";
import { askOf, queryWords, readsOf, rowStops, shownQuery } from "#nodes/sql/panel";
import { Button, SchemaForm, Section, TextArea, TextField } from "#ui/kit";
import type { FormSchema, PanelProps } from "#ui/kit";
import { storedLanguage } from "../app/language.ts";
import { formWords } from "../messages/forms/index.ts";
import { worded } from "./worded.ts";

export type SqlSettingsProps = PanelProps & {
  lastRun: () => Promise<RecordedRun | undefined>;
  runner: () => Promise<CodeRunner>;
  /** Stands above a query that nobody here has adopted. */
  foreign: ReactNode;
};

const nothing = { tools: [], reach: new Map() };

/** The settings of a SQL step: its query with an editor that knows its tables, what it may read, and its limits. */
export function SqlSettings(props: SqlSettingsProps) {
  const { schema, value, errors, widgets, onChange, onReplace, language, lastRun, runner, foreign } = props;
  const words = useMemo(() => panelWords(language), [language]);
  const t = queryWords(language);
  const [isOpen, setOpen] = useState(false);
  const query = useCallback((sample: JsonValue) => askOf(value, sample), [value]);
  const recorded = useCallback(async () => {
    const run = await lastRun();
    return run === undefined ? undefined : { ...run, input: run.inputs };
  }, [lastRun]);
  const shown = useMemo(() => shownQuery(value), [value]);
  const form = useMemo(() => worded(schema, formWords(storedLanguage(), "sql")), [schema]);
  const field = fieldOf(form, "source");
  const errorOf = (name: string) => errors.find(({ path: [at] }) => at === name)?.message;
  return (
    <>
      <Section>
        <div className="form">
          <TextField
            label={t.purpose.title}
            hint={t.purpose.hint}
            value={shown.purpose}
            error={errorOf("purpose")}
            onChange={(text) => onChange(["purpose"], text)}
          />
          <TextArea
            label={field?.title ?? ""}
            hint={field?.description}
            code
            rows={8}
            value={shown.source}
            error={errorOf("source")}
            onChange={(text) => onChange(["source"], text)}
          />
          <span>
            <Button size="sm" icon="file-code" onPress={() => setOpen(true)} haspopup="dialog" expanded={isOpen}>
              {words.open}
            </Button>
          </span>
        </div>
      </Section>
      <Section title={t.mayRead}>
        <p className="tool-sentence">{t.reads(readsOf(shown), shown)}</p>
        <p className="small t2">{t.walls}</p>
      </Section>
      <Section title={t.rowsFrom}>
        <SchemaForm
          {...{ errors, widgets, onChange }}
          value={{ ...shown, ...value }}
          schema={only(form, ["tables", "own"])}
        />
      </Section>
      <LimitSliders
        {...{ words, onChange }}
        limits={[
          { name: "seconds", value: shown.seconds, stops: stops.seconds },
          { name: "megabytes", value: shown.megabytes, stops: stops.megabytes },
          { name: "rows", value: shown.rows, stops: rowStops },
        ]}
      />
      {isOpen && (
        <CodeDialog
          {...{ words, runner, query, foreign }}
          bounds={{ seconds: shown.seconds, megabytes: shown.megabytes, calls: 0, rows: shown.rows }}
          purpose={shown.purpose}
          language="sql"
          source={shown.source}
          attached={nothing}
          lastRun={recorded}
          onSave={(source) => onReplace({ ...value, source }, words.changeQuery)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function fieldOf(schema: FormSchema, name: string): FormSchema | undefined {
  const field = schema.properties?.[name];
  return typeof field === "object" ? field : undefined;
}

function only(schema: FormSchema, names: readonly string[]): FormSchema {
  const kept = Object.entries(schema.properties ?? {}).filter(([name]) => names.includes(name));
  return { ...schema, properties: Object.fromEntries(kept) };
}
