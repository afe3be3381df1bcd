import type { CodeResult } from "#engine";
import { Button, DataTable, Icon, tableOf } from "#ui/kit";
import type { PanelWords } from "../words/index.ts";
import { toldOf } from "../errors/told.ts";
import { isConsoleFull, type Bounds } from "./trial.ts";

export type OutcomeProps = {
  words: PanelWords;
  bounds: Bounds;
  result: CodeResult;
  onGoTo: (line: number) => void;
};

/** What a trial came to: its value or its error, what it wrote, and what it used of its limits. */
export function Outcome({ words, bounds, result, onGoTo }: OutcomeProps) {
  const t = words.trial;
  const table = tableOf(result.value, result.columns);
  return (
    <div className="trial-outcome">
      {result.outcome === "value" ? (
        <section aria-label={t.result}>
          <h4 className="row g6">
            <Icon name="check" size={14} tone="pass" />
            {t.result}
          </h4>
          {table === undefined && (result.value ?? null) === null && <p className="t2">{t.nothing}</p>}
          {table === undefined && (result.value ?? null) !== null && (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reachable by keyboard
            <pre className="trial-value" role="region" aria-label={t.value} tabIndex={0}>
              {JSON.stringify(result.value, undefined, 2)}
            </pre>
          )}
          {table !== undefined && <DataTable table={table} label={t.result} />}
        </section>
      ) : (
        <Failure {...{ words, result, onGoTo }} />
      )}
      {result.logs.length > 0 && (
        <section aria-label={t.console}>
          <h4>{t.console}</h4>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reachable by keyboard */}
          <pre className="trial-console" role="region" aria-label={t.console} tabIndex={0}>
            {result.logs.join("\n")}
          </pre>
          {isConsoleFull(result.logs, bounds) && <p className="small t2">{t.isCut}</p>}
        </section>
      )}
      <Used {...{ words, bounds, result }} />
    </div>
  );
}

function Failure({ words, result, onGoTo }: Omit<OutcomeProps, "bounds">) {
  const t = words.trial;
  const { outcome, error } = result;
  const told =
    error === undefined ? { sentence: t.outcomes[outcome === "value" ? "error" : outcome] } : toldOf(error, words);
  const { line, own } = told;
  return (
    <section className="trial-failure">
      <p className="row g6 c-stop">
        <Icon name="triangle-alert" size={14} tone="stop" />
        <span className="wrap-anywhere">{told.sentence}</span>
      </p>
      {own !== undefined && <code className="small wrap-anywhere">{own}</code>}
      {line !== undefined && (
        <Button size="sm" icon="corner-down-right" onPress={() => onGoTo(line)}>
          {t.goTo(line)}
        </Button>
      )}
    </section>
  );
}

function rowsOf({ value }: CodeResult): number {
  return Array.isArray(value) ? value.length : 0;
}

/** Bytes of a megabyte as people count memory. */
const megabyte = 2 ** 20;

function Used({ words, bounds, result }: Omit<OutcomeProps, "onGoTo">) {
  const t = words.trial;
  const rows = [
    { name: t.time, used: result.cpuMs, limit: bounds.seconds * 1000, say: t.ms },
    { name: t.memory, used: result.memoryBytes / megabyte, limit: bounds.megabytes, say: t.mb },
    bounds.rows === undefined
      ? { name: t.calls, used: result.calls, limit: bounds.calls, say: t.count }
      : { name: t.rows, used: rowsOf(result), limit: bounds.rows, say: t.count },
  ];
  return (
    <section aria-label={t.used}>
      <h4>{t.used}</h4>
      <ul className="trial-used">
        {rows.map(({ name, used, limit, say }) => (
          <li key={name}>
            <span>{name}</span>
            <span className="bar" aria-hidden="true">
              {used > 0 && limit > 0 && (
                <i
                  className={used >= limit ? "full" : undefined}
                  style={{ width: `${Math.min(100, (used / limit) * 100)}%` }}
                />
              )}
            </span>
            <span className="num small t2">{t.of(say(used), say(limit))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
