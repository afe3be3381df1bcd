import { useRef, useState } from "react";
import type { RunEvent } from "#engine";
import type { ComparedReceipt } from "#hosts/workspace";
import type { ShelvedRun } from "#store";
import { Button, Icon, notify, TextArea } from "#ui/kit";
import { useHome } from "../app/home-context.tsx";
import { saveEvidence } from "./save-evidence.ts";
import { pageWords } from "./words.ts";

type Answer = ComparedReceipt | { readonly kind: "unread" };

/** A receipt is some hundred bytes; what is larger is none. */
const most = 20_000;

/** Compares a receipt that somebody kept with the whole record here. */
export function ReceiptCheck({ run, events }: { run: ShelvedRun; events: readonly RunEvent[] }) {
  const t = pageWords().traces.receipt;
  const home = useHome();
  const file = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [answer, setAnswer] = useState<Answer | "comparing">();
  const compare = (receipt: string) => {
    setText(receipt);
    setAnswer("comparing");
    home
      .house()
      .then(({ house }) => house.workspace.compare(receipt))
      .then(setAnswer, () => setAnswer({ kind: "unread" }));
  };
  const open = (chosen: File | undefined) => {
    if (chosen === undefined) return;
    if (chosen.size > most) setAnswer({ kind: "damaged" });
    else chosen.text().then(compare, () => setAnswer({ kind: "damaged" }));
  };
  return (
    <>
      <p className="t2">{t.checkIntro}</p>
      <TextArea
        label={t.paste}
        value={text}
        rows={6}
        code
        onChange={(typed) => {
          setText(typed);
          setAnswer(undefined);
        }}
      />
      <div className="row g8">
        <Button icon="folder-open" onPress={() => file.current?.click()}>
          {t.openFile}
        </Button>
        <Button
          icon="search-check"
          variant="primary"
          disabled={text.trim() === "" || answer === "comparing"}
          onPress={() => compare(text)}
        >
          {t.compare}
        </Button>
        <input
          ref={file}
          type="file"
          hidden
          aria-label={t.openFile}
          accept=".txt,.receipt,text/plain"
          onChange={(event) => open(event.target.files?.[0])}
        />
      </div>
      <div role="status">
        {answer === "comparing" && <p className="t2">{t.comparing}</p>}
        {answer !== undefined && answer !== "comparing" && <AnswerText answer={answer} />}
      </div>
      {typeof answer === "object" &&
        answer.kind === "fits" &&
        answer.runId === undefined &&
        answer.size < answer.now && <Connect {...{ run, events }} size={answer.size} />}
    </>
  );
}

function AnswerText({ answer }: { answer: Answer }) {
  const isGood = answer.kind === "fits";
  const isBad = answer.kind === "ahead" || answer.kind === "other";
  return (
    <p className="row g8">
      <Icon
        name={isGood ? "shield-check" : isBad ? "shield-x" : "info"}
        {...(isGood ? { tone: "pass" } : isBad ? { tone: "stop" } : {})}
      />
      <span>{sentenceOf(answer)}</span>
    </p>
  );
}

function sentenceOf(answer: Answer): string {
  const t = pageWords().traces.receipt;
  switch (answer.kind) {
    case "fits":
      return answer.size === answer.now ? t.fits.same(answer.size) : t.fits.longer(answer.size, answer.now);
    case "ahead":
      return t.ahead(answer.size, answer.now);
    case "other":
      return t.other;
    case "damaged":
      return t.damaged;
    case "elsewhere":
      return t.elsewhere(answer.origin.slice(0, 80));
    case "unread":
      return t.unread;
  }
}

/** Evidence of this chat that brings the proof along for whoever holds the receipt. */
function Connect({ run, events, size }: { run: ShelvedRun; events: readonly RunEvent[]; size: number }) {
  const { traces } = pageWords();
  const t = traces.receipt;
  const home = useHome();
  const save = () =>
    void saveEvidence(home, run, events, { since: [size] }).then(
      (name) => void notify({ text: name === undefined ? traces.notExported : traces.exported(name) }),
      () => void notify({ text: traces.notExported, signal: "stop" }),
    );
  return (
    <div className="row g12">
      <Button icon="download" onPress={save}>
        {t.connect}
      </Button>
      <span className="t2 small">{t.connectText}</span>
    </div>
  );
}
