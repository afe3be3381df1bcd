import { useState } from "react";
import { judgeAddress, type Connection } from "#providers";
import { Button, Dialog, Segmented, Select, TextArea, TextField } from "#ui/kit";
import type { SettingsWords } from "../messages/settings/index.ts";
import { useMessages } from "../messages/index.ts";
import { readDraft, type ConnectionDraft, type DraftProblems } from "./connection-draft.ts";
import { presetIds, presets, type PresetId } from "./presets.ts";
import { TrialLine } from "./trial-line.tsx";
import type { Connections } from "./use-connections.ts";
import { useTrial } from "./use-trial.ts";

export type ConnectionDialogProps = {
  /** What is being edited; undefined for a new one. */
  before: Connection | undefined;
  connections: Connections;
  t: SettingsWords;
  onSaved: (connection: Connection) => void;
  onClose: () => void;
};

/** Names a provider, its models and its key. The key leaves the form for the vault and is never shown again. */
export function ConnectionDialog({ before, connections, t, onSaved, onClose }: ConnectionDialogProps) {
  const { common } = useMessages();
  const [draft, setDraft] = useState(() => draftOf(before, t));
  const [problems, setProblems] = useState<DraftProblems>({});
  const [trial, startTrial] = useTrial();
  const taken = connections.list.map(({ id }) => id);
  const withConnection = (work: (connection: Connection) => void) => {
    const read = readDraft(draft, before, taken, t.problems);
    setProblems(read.ok ? {} : read.problems);
    if (read.ok) work(read.connection);
  };
  const save = () =>
    withConnection((connection) => {
      void connections.save(connection, draft).then((isSaved) => {
        if (isSaved) onSaved(connection);
      });
    });
  const test = () =>
    withConnection((connection) => startTrial((signal) => connections.test(connection, draft.key, signal)));
  const footer = (
    <>
      <Button onPress={test} disabled={trial.isRunning}>
        {t.test}
      </Button>
      <span className="grow" />
      <Button onPress={onClose}>{common.cancel}</Button>
      <Button variant="primary" onPress={save}>
        {t.save}
      </Button>
    </>
  );
  return (
    <Dialog title={before ? t.editTitle(before.title) : t.addTitle} isOpen onClose={onClose} footer={footer}>
      <div className="form">
        <ConnectionFields {...{ draft, problems, t }} isNew={before === undefined} onChange={setDraft} />
        <KeyFields {...{ draft, problems, t }} hasKey={before?.keyRef !== undefined} onChange={setDraft} />
        <TrialLine trial={trial} t={t} />
      </div>
    </Dialog>
  );
}

type FieldsProps = {
  draft: ConnectionDraft;
  problems: DraftProblems;
  onChange: (draft: ConnectionDraft) => void;
  t: SettingsWords;
};

function ConnectionFields({ draft, problems, onChange, isNew, t }: FieldsProps & { isNew: boolean }) {
  const [preset, setPreset] = useState<PresetId>(isNew ? "openai" : "other");
  const set = (change: Partial<ConnectionDraft>) => onChange({ ...draft, ...change });
  const choose = (id: string) => {
    const found = presetIds.find((each) => each === id);
    if (found === undefined) return;
    setPreset(found);
    const { kind, baseURL } = presets[found];
    set({ kind, baseURL, title: found === "other" ? "" : t.presets[found] });
  };
  return (
    <>
      {isNew && (
        <Select
          label={t.preset}
          value={preset}
          onChange={choose}
          options={presetIds.map((value) => ({ value, label: t.presets[value] }))}
        />
      )}
      {preset === "other" && (
        <Select
          label={t.kind}
          value={draft.kind}
          onChange={(kind) => set({ kind: kind === "anthropic" ? "anthropic" : "openai-compatible" })}
          options={(["openai-compatible", "anthropic"] as const).map((value) => ({ value, label: t.kinds[value] }))}
        />
      )}
      <TextField label={t.title} value={draft.title} onChange={(title) => set({ title })} error={problems.title} />
      <TextField
        label={t.address}
        type="url"
        value={draft.baseURL}
        onChange={(baseURL) => set({ baseURL })}
        error={problems.baseURL}
      />
      <TextArea
        label={t.modelNames}
        rows={2}
        value={draft.models}
        placeholder={presets[preset].example}
        onChange={(models) => set({ models })}
        hint={t.modelNamesHint}
        error={problems.models}
      />
    </>
  );
}

function KeyFields({ draft, problems, onChange, hasKey, t }: FieldsProps & { hasKey: boolean }) {
  const isLocal = judgeAddress(draft.baseURL).kind === "local";
  const hint = isLocal ? t.apiKeyLocal : t.apiKeyHint;
  return (
    <>
      <TextField
        label={t.apiKey}
        type="password"
        value={draft.key}
        onChange={(key) => onChange({ ...draft, key })}
        hint={hasKey ? t.apiKeyKept : hint}
        error={problems.key}
      />
      <div className="setting">
        <span className="label">{t.keep}</span>
        <Segmented
          label={t.keep}
          value={draft.keep}
          onChange={(keep) => onChange({ ...draft, keep })}
          options={(["device", "tab"] as const).map((value) => ({ value, label: t.keeps[value] }))}
        />
        <p className="hint t2 small">{t.keepText}</p>
      </div>
    </>
  );
}

function draftOf(before: Connection | undefined, t: SettingsWords): ConnectionDraft {
  if (before === undefined) {
    const { kind, baseURL } = presets.openai;
    return { kind, baseURL, title: t.presets.openai, models: "", key: "", keep: "device" };
  }
  const { kind, baseURL, title, models } = before;
  return { kind, baseURL, title, models: models.join("\n"), key: "", keep: "device" };
}
