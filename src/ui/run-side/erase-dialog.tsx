import { useState } from "react";
import { useSearchParams } from "wouter";
import type { RunEvent } from "#engine";
import type { Erasure } from "#hosts/workspace";
import type { Sought } from "#pillars/trace";
import type { ShelvedRun } from "#store";
import { Button, Checkbox, Dialog, notify, Segmented, Select, TextField } from "#ui/kit";
import { useHome } from "../app/home-context.tsx";
import { ErasePreview } from "./erase-preview.tsx";
import { useErasures } from "./use-erasures.ts";
import { pageWords } from "./words.ts";

export type EraseDialogProps = {
  run: ShelvedRun;
  events: readonly RunEvent[];
  onErased: () => void;
  onClose: () => void;
};

/** The ledger takes that much of a reason. */
const longestReason = 200;
const shortestWords = 3;

/** Chooses what is erased, shows all of it, and erases that and nothing else. */
export function EraseDialog({ run, events, onErased, onClose }: EraseDialogProps) {
  const t = pageWords().traces.erase;
  const home = useHome();
  const wish = useWish(events);
  const [isEverywhere, setEverywhere] = useState(false);
  const [reason, setReason] = useState<string>(t.asked);
  const [isBusy, setBusy] = useState(false);
  const found = useErasures(wish.sought, isEverywhere && wish.kind !== "step" ? undefined : run.runId);
  const erasures = found === undefined || found === "unread" ? [] : found;
  const values = erasures.reduce((sum, each) => sum + each.values.length, 0);
  const erase = async () => {
    setBusy(true);
    void notify(await eraseAll(home, erasures, reason));
    onErased();
    onClose();
  };
  const isReady = values > 0 && reason.trim() !== "" && !isBusy;
  const footer = (
    <>
      <Button onPress={onClose}>{t.cancel}</Button>
      <Button variant="danger" icon="trash" disabled={!isReady} onPress={() => void erase()}>
        {t.go(values)}
      </Button>
    </>
  );
  return (
    <Dialog title={t.title} isOpen onClose={onClose} footer={footer} size="wide">
      <div className="col g16">
        {wish.field}
        {wish.kind !== "step" && <Checkbox label={t.everywhere} checked={isEverywhere} onChange={setEverywhere} />}
        <ErasePreview found={found} isAsked={wish.sought !== undefined} />
        <TextField
          label={t.reason}
          hint={t.reasonHint}
          value={reason}
          onChange={(text) => setReason(text.slice(0, longestReason))}
        />
      </div>
    </Dialog>
  );
}

/** What is to go, and the fields that say it. */
function useWish(events: readonly RunEvent[]) {
  const t = pageWords().traces.erase;
  const [search] = useSearchParams();
  const step = Number.parseInt(search.get("step") ?? "", 10);
  const holdsValues = events.some(({ seq, values }) => seq === step && Object.keys(values).length > 0);
  const people = peopleIn(events);
  const [kind, setKind] = useState<"step" | "person" | "words">(holdsValues ? "step" : "person");
  const [person, setPerson] = useState(people[0]?.value ?? "");
  const [text, setText] = useState("");
  const isLongEnough = text.trim().length >= shortestWords;
  const options = [
    ...(holdsValues ? [{ value: "step", label: t.step } as const] : []),
    { value: "person", label: t.person } as const,
    { value: "words", label: t.words } as const,
  ];
  const field = (
    <>
      <Segmented label={t.what} options={options} value={kind} onChange={setKind} />
      {kind === "step" && <p className="t2">{t.stepOf(step)}</p>}
      {kind === "person" && <Select label={t.whose} options={people} value={person} onChange={setPerson} />}
      {kind === "words" && (
        <TextField
          label={t.which}
          value={text}
          onChange={setText}
          {...(text === "" || isLongEnough ? {} : { error: t.tooShort })}
        />
      )}
    </>
  );
  return { kind, field, sought: soughtOf(kind, { step, person, text: isLongEnough ? text.trim() : "" }) };
}

function soughtOf(
  kind: "step" | "person" | "words",
  { step, person, text }: { step: number; person: string; text: string },
): Sought | undefined {
  if (kind === "step") return { kind: "value", seq: step };
  if (kind === "person") return person === "" ? undefined : { kind: "person", id: person };
  return text === "" ? undefined : { kind: "text", text };
}

/** Who spoke or decided in a run; by their id where the name is gone already. */
function peopleIn(events: readonly RunEvent[]): readonly { readonly value: string; readonly label: string }[] {
  const names = new Map<string, string>();
  for (const { kind, actor, values } of events) {
    if (actor.type !== "user" && actor.type !== "approver") continue;
    const name =
      kind === "turn.start" ? values.speaker?.["name"] : kind === "approval.decision" ? values.name : undefined;
    names.set(actor.ref, typeof name === "string" ? name : (names.get(actor.ref) ?? actor.ref));
  }
  return [...names].map(([value, label]) => ({ value, label }));
}

/** Run by run; where one fails, says what is gone already. */
async function eraseAll(home: ReturnType<typeof useHome>, erasures: readonly Erasure[], reason: string) {
  const t = pageWords().traces.erase;
  let values = 0;
  for (const erasure of erasures) {
    const erased = await home
      .house()
      .then(({ house }) => house.erase(erasure, { reason, actorRef: "workspace" }))
      .catch(() => ({ ok: false as const, sentence: t.failed }));
    if (!erased.ok)
      return { text: values === 0 ? erased.sentence : `${t.done(values)} ${erased.sentence}`, signal: "stop" as const };
    values += erased.values;
  }
  return { text: t.done(values) };
}
