import { useMemo, useState } from "react";
import { parseFlow } from "#engine";
import type { VersionRow } from "#store";
import { Button, Dialog, EmptyState, TextField } from "#ui/kit";
import { useFlow } from "../editor-page/editor-context.tsx";
import { versionWords } from "../messages/versions/index.ts";
import { flowChanges } from "./flow-changes.ts";
import { useVersions } from "./use-versions.ts";
import { VersionDetail } from "./version-detail.tsx";
import { VersionList } from "./version-list.tsx";

const longestName = 120;
const none: readonly VersionRow[] = [];

/** The versions of a flow that a person can go back to: keep one, compare one with now, bring one back. */
export function VersionsDialog({ onClose }: { onClose: () => void }) {
  const t = versionWords();
  const { versions, told, keep, restore, remove, putBack } = useVersions();
  const [chosenAt, setChosenAt] = useState<number>();
  const flow = useFlow();
  const rows = versions === undefined || versions === "unread" ? none : versions;
  // What is stored may be of an older form, or no flow any more.
  const parsed = useMemo(() => rows.map((row) => parseFlow(row.flow)), [rows]);
  const differences = useMemo(
    () => parsed.map((each) => (each.ok ? flowChanges(each.flow, flow).length : undefined)),
    [parsed, flow],
  );
  const chosen = rows.find(({ savedAt }) => savedAt === chosenAt) ?? rows[0];
  const bringBack = async (version: VersionRow) => {
    if (await restore(version)) onClose();
  };
  return (
    <Dialog title={t.title} size="full" isOpen onClose={onClose}>
      <div className="versions">
        <p className="t2">{t.about}</p>
        <KeepField onKeep={keep} />
        <div role="status">
          {told && (
            <p className="row g8">
              {told.text}
              {told.removed && (
                <Button size="sm" onPress={() => told.removed && void putBack(told.removed)}>
                  {t.undo}
                </Button>
              )}
            </p>
          )}
        </div>
        {versions === "unread" && <EmptyState icon="triangle-alert" tone="stop" title={t.unread} />}
        {versions !== "unread" && versions?.length === 0 && (
          <EmptyState icon="history" title={t.none} text={t.noneText} />
        )}
        {chosen && (
          <div className="versions-beside">
            <VersionList {...{ rows, chosen, differences }} onChoose={({ savedAt }) => setChosenAt(savedAt)} />
            <VersionDetail version={chosen} onRestore={bringBack} onRemove={remove} />
          </div>
        )}
      </div>
    </Dialog>
  );
}

function KeepField({ onKeep }: { onKeep: (label: string) => Promise<boolean> }) {
  const t = versionWords();
  const [typed, setTyped] = useState("");
  const name = typed.trim().slice(0, longestName);
  const keep = async () => {
    if (name !== "" && (await onKeep(name))) setTyped("");
  };
  return (
    <div className="versions-keep">
      <TextField
        label={t.name}
        placeholder={t.namePlaceholder}
        value={typed}
        onChange={setTyped}
        onSubmit={() => void keep()}
      />
      <Button icon="check" disabledReason={name === "" ? t.nameEmpty : undefined} onPress={() => void keep()}>
        {t.keep}
      </Button>
    </div>
  );
}
