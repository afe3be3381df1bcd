import { useState } from "react";
import type { CodeRunner } from "#engine";
import { Button, optionsOf, Section, Select, Slider, TextField } from "#ui/kit";
import type { PanelProps } from "#ui/kit";
import type { Attached } from "./attached.ts";
import { CodeDialog } from "./editor/code-dialog.tsx";
import { LibraryChoice } from "./library/library-choice.tsx";
import type { PythonLibraryStore } from "./library/python-library.ts";
import { shownSettings } from "./settings.ts";
import { fullStops, stops, stopsWith, withLibrary } from "./steps.ts";
import type { RecordedRun } from "./trial/recorded-run.ts";
import { limitsOf, type Bounds } from "./trial/trial.ts";
import { panelWords, type PanelWords } from "./words/index.ts";

export type CodePanelProps = PanelProps & {
  attached: Attached;
  /** What this step last ran in a chat; undefined when it has not run. Rejects when the log cannot be read as true. */
  lastRun: () => Promise<RecordedRun | undefined>;
  /** The sandbox, where code is tried. */
  runner: () => Promise<CodeRunner>;
  pythonLibrary: () => Promise<PythonLibraryStore>;
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
      <Limits {...{ words, bounds, onChange }} isFull={language === "python" && bounds.library === "full"} />
      {isOpen && (
        <CodeDialog
          {...{ words, purpose, language, source, bounds, attached, lastRun, runner }}
          onSave={(text) => onReplace({ ...value, source: text }, words.change)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function Touches({ words, attached, bounds }: { words: PanelWords; attached: Attached; bounds: Bounds }) {
  const titles = [...new Set(attached.tools.map(({ title }) => title))];
  return (
    <Section title={words.mayTouch}>
      <p className="tool-sentence">{words.touches(titles, limitsOf(bounds))}</p>
      <p className="small t2">
        {attached.rules !== undefined && titles.length > 0 && `${words.ruledBy(attached.rules)} `}
        {words.walls}
      </p>
    </Section>
  );
}

const limits = ["seconds", "megabytes", "calls"] as const;

type LimitsProps = { words: PanelWords; bounds: Bounds; isFull: boolean; onChange: PanelProps["onChange"] };

function Limits({ words, bounds, isFull, onChange }: LimitsProps) {
  const usual = isFull ? fullStops : stops;
  const says = { seconds: words.secondsSay, megabytes: words.megabytesSay, calls: words.callsSay };
  return (
    <Section title={words.limits}>
      <div className="form">
        {limits.map((name) => {
          const values = stopsWith(bounds[name], usual[name]);
          const at = (index: number) => values[index] ?? bounds[name];
          return (
            <Slider
              key={name}
              label={words[name]}
              value={values.indexOf(bounds[name])}
              min={0}
              max={values.length - 1}
              format={(index) => says[name](at(index))}
              onChange={(index) => onChange([name], at(index))}
            />
          );
        })}
      </div>
    </Section>
  );
}
