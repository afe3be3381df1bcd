import { useMemo } from "react";
import { useStore } from "zustand";
import { parseFlow, type Flow } from "#engine";
import type { VersionRow } from "#store";
import { Button, EmptyState, IconButton } from "#ui/kit";
import { exactTime } from "../app/when.ts";
import { useEditor, useFlow } from "../editor-page/editor-context.tsx";
import { saveFlowFile } from "../exchange/index.ts";
import { versionWords } from "../messages/versions/index.ts";
import { changeInWords } from "./change-words.ts";
import { flowChanges, type FlowChange } from "./flow-changes.ts";
import { versionName } from "./use-versions.ts";
import { VersionPicture, type StepMark } from "./version-picture.tsx";

export type VersionDetailProps = {
  version: VersionRow;
  onRestore: (version: VersionRow) => Promise<void>;
  onRemove: (version: VersionRow) => Promise<void>;
};

/** One version beside what is on the canvas now, every difference in a line, and the way back to it. */
export function VersionDetail({ version, onRestore, onRemove }: VersionDetailProps) {
  const t = versionWords();
  const now = useFlow();
  const parsed = useMemo(() => parseFlow(version.flow), [version]);
  const changes = useMemo(() => (parsed.ok ? flowChanges(parsed.flow, now) : []), [parsed, now]);
  const removeButton = <IconButton icon="trash" label={t.remove} onPress={() => void onRemove(version)} />;
  if (!parsed.ok)
    return (
      <section className="version-detail" aria-label={versionName(version)}>
        <EmptyState icon="triangle-alert" tone="stop" title={t.broken(parsed.problem)} actions={removeButton} />
      </section>
    );
  return (
    <section className="version-detail" aria-label={versionName(version)}>
      <div className="version-head">
        <div className="grow">
          <h3 className="clip">{versionName(version)}</h3>
          <p className="small t3">{exactTime(version.savedAt, t.locale)}</p>
        </div>
        {removeButton}
        <Button icon="download" onPress={() => saveFlowFile(parsed.flow)}>
          {t.save}
        </Button>
        <RestoreButton isSame={changes.length === 0} onRestore={() => void onRestore(version)} />
      </div>
      <Pictures then={parsed.flow} changes={changes} />
      <Changes then={parsed.flow} changes={changes} />
    </section>
  );
}

function RestoreButton({ isSame, onRestore }: { isSame: boolean; onRestore: () => void }) {
  const t = versionWords();
  const isElsewhere = useStore(useEditor().document, ({ saved }) => saved.state === "elsewhere");
  const reason = isElsewhere ? t.elsewhere : isSame ? t.sameText : undefined;
  return (
    <Button variant="primary" icon="history" disabledReason={reason} onPress={onRestore}>
      {t.restore}
    </Button>
  );
}

function Pictures({ then, changes }: { then: Flow; changes: readonly FlowChange[] }) {
  const t = versionWords();
  const { registry } = useEditor();
  const now = useFlow();
  const marks = marksOf(changes);
  return (
    <div className="version-pictures">
      {(
        [
          [t.asKept, then, now],
          [t.now, now, then],
        ] as const
      ).map(([title, flow, beside]) => (
        <figure key={title}>
          <figcaption className="small t3">{title}</figcaption>
          <VersionPicture {...{ flow, beside, marks, registry }} />
        </figure>
      ))}
    </div>
  );
}

/** One step may have changed in several things; those are told in words. */
function marksOf(changes: readonly FlowChange[]): ReadonlyMap<string, StepMark> {
  return new Map(changes.flatMap((change) => ("nodeId" in change ? [[change.nodeId, markOf(change)]] : [])));
}

function markOf({ kind }: FlowChange): StepMark {
  if (kind === "added" || kind === "wired") return "added";
  return kind === "removed" || kind === "unwired" ? "removed" : "changed";
}

function Changes({ then, changes }: { then: Flow; changes: readonly FlowChange[] }) {
  const t = versionWords();
  const { registry } = useEditor();
  const now = useFlow();
  if (changes.length === 0) return <p className="t2">{t.sameText}</p>;
  return (
    <>
      <h4>{t.since}</h4>
      <ul className="version-changes">
        {changes.map((change) => (
          <li key={JSON.stringify(change)} className={markOf(change)}>
            {changeInWords(change, { before: then, after: now, registry }, t)}
          </li>
        ))}
      </ul>
    </>
  );
}
