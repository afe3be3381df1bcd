import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import { Button, Chip, DataTable, Icon, Pill, QuotedText, Tile } from "#ui/kit";
import type { IconName, Signal } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import type { RuleLine, StepDetail, TraceText } from "./trace-data.ts";
import { Why } from "./why.tsx";
import { pageTraceWords } from "./words.ts";

export type TraceStepProps = {
  step: StepDetail;
  /** Goes to another step, or to a node of the canvas; without them the step leads nowhere. */
  onSelect?: ((seq: number) => void) | undefined;
  onNode?: ((id: string) => void) | undefined;
};

/** One step: what went in, which rule spoke, what came out, and the exact record. */
export function TraceStep({ step, onSelect, onNode }: TraceStepProps) {
  const t = useMessages().trace;
  const words = pageTraceWords();
  const article = useRef<HTMLElement>(null);
  // Somebody came to see one value: that is where they begin to read.
  useEffect(() => {
    if (step.sought === undefined) return;
    focusOn(article.current?.querySelector("mark.sought") ?? article.current?.querySelector(".step-sought"));
  }, [step.seq, step.sought]);
  return (
    <article ref={article} className="step-detail">
      <div className="step-meta">
        {step.signal && <Pill signal={step.signal.kind}>{step.signal.word}</Pill>}
        <span>{t.stepOf(step.seq, step.of)}</span>
        {step.where !== "" && <span>{step.where}</span>}
        <span>{step.time}</span>
      </div>
      <h1>{step.title}</h1>
      <Nodes nodes={step.nodes ?? []} onNode={onNode} />
      {step.wentIn && (
        <Block title={t.wentIn} note={step.wentIn.note}>
          <TextBox text={step.wentIn} />
        </Block>
      )}
      {step.rules.lines.length > 0 && (
        <Block title={t.whichRule} note={step.rules.note}>
          <ul className="args">
            {step.rules.lines.map((line) => (
              <Rule key={line.text} line={line} />
            ))}
          </ul>
        </Block>
      )}
      {step.why && (
        <Block title={words.whyTitle[step.why.outcome]} note={undefined}>
          <Why answer={step.why} here={step.seq} {...{ onSelect, onNode }} />
        </Block>
      )}
      {step.cameOut && (
        <Block title={t.cameOut} note={step.cameOut.note}>
          {step.sought !== undefined && (
            <p className="row g6 small step-sought" tabIndex={-1}>
              <Icon name="search-check" size={14} tone="sealed" />
              {step.sought}
            </p>
          )}
          <TextBox text={step.cameOut} />
        </Block>
      )}
      {step.console && (
        <Block title={t.console} note={step.console.note}>
          <TextBox text={step.console} />
        </Block>
      )}
      <Record json={step.record} />
    </article>
  );
}

function Nodes({ nodes, onNode }: { nodes: NonNullable<StepDetail["nodes"]>; onNode: TraceStepProps["onNode"] }) {
  const words = pageTraceWords();
  if (onNode === undefined || nodes.length === 0) return null;
  return (
    <p className="row g6 step-nodes">
      {nodes.map(({ id, title }) => (
        <Button
          key={id}
          size="sm"
          variant="ghost"
          icon="workflow"
          label={words.nodesOnCanvas(title)}
          onPress={() => onNode(id)}
        >
          {title}
        </Button>
      ))}
    </p>
  );
}

function Record({ json }: { json: string }) {
  const t = useMessages().trace;
  return (
    <Block
      title={t.record}
      note={
        <span className="row g6">
          <Icon name="lock" size={14} tone="sealed" />
          {t.inLog}
        </span>
      }
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reachable by keyboard */}
      <pre className="mono exact-record" tabIndex={0} aria-label={t.record}>
        <ExactRecord json={json} />
      </pre>
    </Block>
  );
}

function focusOn(found: Element | null | undefined): void {
  if (!(found instanceof HTMLElement)) return;
  found.scrollIntoView({ block: "center" });
  found.focus({ preventScroll: true });
}

function Block({ title, note, children }: { title: string; note: ReactNode; children: ReactNode }) {
  return (
    <section className="step-block" aria-label={title}>
      <div className="row">
        <h2 className="label grow">{title}</h2>
        {note !== undefined && <span className="small t3">{note}</span>}
      </div>
      {children}
    </section>
  );
}

function TextBox({ text }: { text: TraceText }) {
  const t = useMessages();
  const shown = text.table === undefined ? <QuotedText parts={text.parts} /> : <DataTable table={text.table} />;
  if (!text.isOutside) return text.table === undefined ? <div className="textbox">{shown}</div> : shown;
  return (
    <div className="textbox outside">
      <div className="textbox-head">
        <Chip origin="outside">{text.source ?? t.common.outside}</Chip>
        <span className="small t2 end">{t.trace.neverFollowed}</span>
      </div>
      <div className="textbox-body">{shown}</div>
    </div>
  );
}

const ruleIcons = {
  pass: "shield-check",
  ask: "hand",
  stop: "shield-x",
  sealed: "fingerprint",
} as const satisfies Record<Signal, IconName>;

function Rule({ line }: { line: RuleLine }) {
  const t = useMessages().trace;
  const { signal, text, isDecisive, score, detail } = line;
  return (
    <li className="arg">
      <Tile icon={ruleIcons[signal]} tone={signal} size="sm" />
      <span className={isDecisive ? "grow w6" : "grow"}>{text}</span>
      {score && (
        <span className={`score ${signal}`} aria-hidden="true">
          <i style={{ width: `${score.value * 100}%` }} />
          <u style={{ left: `${score.limit * 100}%` }} />
        </span>
      )}
      {score && (
        <span className="small t2 num score-words">{t.score(hundredths(score.value), hundredths(score.limit))}</span>
      )}
      {detail && <span className="small t2">{detail}</span>}
    </li>
  );
}

function hundredths(score: number): string {
  return score.toLocaleString(document.documentElement.lang, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

const propertyName = /("(?:[^"\\]|\\.)*")(?=\s*:)/;

/** The line of the log, its property names set apart. Splitting with a capture puts them at the odd places. */
function ExactRecord({ json }: { json: string }) {
  return json.split(new RegExp(propertyName, "g")).map((part, at) => (at % 2 === 1 ? <i key={at}>{part}</i> : part));
}
