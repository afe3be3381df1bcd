import { useState } from "react";
import type { ReactNode } from "react";
import type { CodeRunner } from "#engine";
import { Button, optionsOf, Section, Select, TextField } from "#ui/kit";
import type { PanelProps } from "#ui/kit";
import type { Attached } from "./attached.ts";
import { CodeDialog } from "./editor/code-dialog.tsx";
import { LibraryChoice } from "./library/library-choice.tsx";
import type { PythonLibraryStore } from "./library/python-library.ts";
import { shownSettings } from "./settings.ts";
import { LimitSliders } from "./limit-sliders.tsx";
import { fullStops, stops, withLibrary } from "./steps.ts";
import { Touches } from "./touches.tsx";
import type { RecordedRun } from "./trial/recorded-run.ts";
import { panelWords } from "./words/index.ts";

export type CodePanelProps = PanelProps & {
  attached: Attached;
  /** What this step last ran in a chat; undefined when it has not run. Rejects when the log cannot be read as true. */
  lastRun: () => Promise<RecordedRun | undefined>;
  /** The sandbox, where code is tried. */
  runner: () => Promise<CodeRunner>;
  pythonLibrary: () => Promise<PythonLibraryStore>;
  /** Stands above code that nobody here has adopted; it is not tried either. Undefined for code of one's own. */
  foreign: ReactNode;
};

/** Lines of the code that the inspector shows. */
const previewLines = 10;

/** The settings of a Code step: what it does, its code, its limits, and what it may touch. */
export function CodePanel(props: CodePanelProps) {
  const { schema, value, errors, onChange, onReplace, attached, lastRun, runner, pythonLibrary } = props;
  const words = panelWords(props.language);
  const [isOpen, setOpen] = useState(false);
  const { purpose, language, source, ...bounds } = shownSettings(value);
  const field = schema.properties?.["language"];
  const languages = typeof field === "object" ? optionsOf(field) : [];
  const errorOf = (name: string) => errors.find(({ path: [at] }) => at === name)?.message;
  const lines = source.split("\n");
  const usual = language === "python" && bounds.library === "full" ? fullStops : stops;
  return (
    <>
      <Section>
        <div className="form">
          <TextField
            label={words.does}
            hint={words.doesHint}
            value={purpose}
            error={errorOf("purpose")}
            onChange={(text) => onChange(["purpose"], text)}
          />
          <Select
            label={words.language}
            value={language}
            options={languages}
            onChange={(chosen) => onChange(["language"], chosen)}
          />
          {language === "python" && (
            <LibraryChoice
              {...{ words, pythonLibrary }}
              library={bounds.library}
              onChange={(chosen) => onReplace({ ...value, ...withLibrary(chosen, bounds) }, words.change)}
            />
          )}
        </div>
      </Section>
      <Section title={words.code} trailing={<span className="small t2">{words.lines(lines.length)}</span>}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reachable by keyboard */}
        <pre className="code-preview" role="region" aria-label={words.code} tabIndex={0}>
          {lines.slice(0, previewLines).join("\n")}
          {lines.length > previewLines && "\n…"}
        </pre>
        {errorOf("source") !== undefined && <p className="small c-stop">{errorOf("source")}</p>}
        <Button icon="file-code" onPress={() => setOpen(true)} haspopup="dialog" expanded={isOpen}>
          {words.open}
        </Button>
      </Section>
      <Touches {...{ words, attached, bounds }} />
      <LimitSliders
        {...{ words, onChange }}
        limits={(["seconds", "megabytes", "calls"] as const).map((name) => ({
          name,
          value: bounds[name],
          stops: usual[name],
        }))}
      />
      {isOpen && (
        <CodeDialog
          {...{ words, purpose, language, source, bounds, attached, lastRun, runner }}
          foreign={props.foreign}
          onSave={(text) => onReplace({ ...value, source: text }, words.change)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
