import { useState } from "react";
import { Button, Icon, MarkedText, Pill, QuotedText, Section, Select, TextArea } from "#ui/kit";
import type { FirewallPolicy, InspectContext, Inspector, TextOrigin, Verdict } from "#pillars/firewall";
import { foundParts, reasonsOf } from "./found-parts.ts";
import { guardIcon, verdictLooks } from "./look.ts";
import { noteOf, reasonOf, surenessOf } from "./reasons.ts";
import type { Titles } from "./reasons.ts";
import { samplesOf } from "./samples.ts";
import { useVerdict } from "./use-verdict.ts";
import type { Looked, Trial } from "./use-verdict.ts";
import type { PanelWords } from "./words/index.ts";

export type TryItProps = {
  words: PanelWords;
  /** Names of the checks by guard. */
  titles: Titles;
  /** Undefined while a setting is not complete. */
  policy: FirewallPolicy | undefined;
  context: InspectContext;
  inspector: () => Promise<Inspector>;
};

const speakers = ["user", "document", "tool", "model"] as const satisfies readonly TextOrigin[];

/** A text of one's own, and what these settings would do with it. */
export function TryIt({ words, titles, policy, context, inspector }: TryItProps) {
  const t = words.tryIt;
  const [trial, setTrial] = useState<Trial>({ text: "", from: "user" });
  const looked = useVerdict(trial, policy, context, inspector);
  const choose = (from: string) => {
    const found = speakers.find((each) => each === from);
    if (found) setTrial({ ...trial, from: found });
  };
  return (
    <Section title={t.title}>
      <div className="try-it">
        <TextArea
          label={t.text}
          hideLabel
          placeholder={t.placeholder}
          value={trial.text}
          onChange={(text) => setTrial({ ...trial, text })}
        />
        <div className="try-samples" role="group" aria-label={t.samples}>
          {samplesOf(words).map((sample) => (
            <Button key={sample.id} size="sm" variant="ghost" onPress={() => setTrial(sample)}>
              {sample.label}
            </Button>
          ))}
        </div>
        <Select
          size="sm"
          label={t.who}
          value={trial.from}
          options={speakers.map((value) => ({ value, label: t.from[value] }))}
          onChange={choose}
        />
        {policy === undefined ? (
          <p className="small c-stop">{t.invalid}</p>
        ) : (
          <Answer {...{ looked, words, titles, policy }} />
        )}
      </div>
    </Section>
  );
}

type AnswerProps = { looked: Looked; words: PanelWords; titles: Titles; policy: FirewallPolicy };

function Answer({ looked, words, titles, policy }: AnswerProps) {
  const t = words.tryIt;
  return (
    <div className="try-answer">
      <div role="status" className="row g8 wrap">
        {looked.kind === "done" && <VerdictPill verdict={looked.verdict} words={words} />}
        {looked.kind === "checking" && <span className="small t3">{t.checking}</span>}
        {looked.kind === "failed" && (
          <span className="row g6 small c-stop">
            <Icon name="triangle-alert" size={14} />
            {t.failed}
          </span>
        )}
        {looked.kind === "empty" && <span className="small t3">{t.empty}</span>}
        {looked.kind === "done" && looked.verdict.findings.length === 0 && (
          <span className="small t2">{t.nothing}</span>
        )}
      </div>
      {looked.kind === "done" && looked.verdict.findings.length > 0 && (
        <>
          {policy.mode !== "enforce" && <p className="small t2">{t.mode[policy.mode]}</p>}
          <Found trial={looked.trial} verdict={looked.verdict} words={words} titles={titles} />
          <PassedOn verdict={looked.verdict} words={words} fallback={policy.fallback} />
        </>
      )}
    </div>
  );
}

function VerdictPill({ verdict, words }: { verdict: Verdict; words: PanelWords }) {
  // Orders cut out of a document block that sentence alone: the rest goes on, which is a change to the text.
  const shown = verdict.enforced === "block" && verdict.passable ? "redact" : verdict.enforced;
  const { signal, icon } = verdictLooks[shown];
  return (
    <Pill signal={signal} icon={icon}>
      {words.tryIt.verdict[shown]}
    </Pill>
  );
}

/** Reasons shown at most; the rest is counted. */
const mostReasons = 8;

type FoundProps = { trial: Trial; verdict: Verdict; words: PanelWords; titles: Titles };

function Found({ trial, verdict, words, titles }: FoundProps) {
  const t = words.tryIt;
  const reasons = reasonsOf(verdict.findings);
  return (
    <>
      <MarkedText
        label={t.found}
        parts={foundParts(trial.text, verdict.findings, (finding) => noteOf(finding, titles, words))}
      />
      <ul className="try-why" aria-label={t.why}>
        {reasons.slice(0, mostReasons).map((finding) => (
          <li key={`${finding.guard} ${finding.reason}`}>
            <Icon name={guardIcon(finding.guard)} size={14} tone="guard" />
            <span className="grow">
              {reasonOf(finding, words)}
              <span className="t3">
                {" "}
                {titles[finding.guard] ?? finding.guard}, {surenessOf(finding, words)}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {reasons.length > mostReasons && <p className="small t3">{t.more(reasons.length - mostReasons)}</p>}
    </>
  );
}

function PassedOn({ verdict, words, fallback }: { verdict: Verdict; words: PanelWords; fallback: string }) {
  const t = words.tryIt;
  const isAsked = verdict.enforced === "ask";
  if (!verdict.passable && !isAsked)
    return (
      <div className="col g4">
        <p className="label">{t.insteadOf}</p>
        <p className="textbox">{fallback}</p>
      </div>
    );
  if (verdict.enforced === "warn") return null;
  return (
    <div className="col g4">
      <p className="label">{isAsked ? t.afterYes : t.passedOn}</p>
      <div className="textbox passed-on">
        <QuotedText parts={[verdict.text]} />
      </div>
    </div>
  );
}
