import { useCallback, useEffect, useState } from "react";
import { parseFlow } from "#engine";
import { isFull, type VersionRow } from "#store";
import { notify } from "#ui/kit";
import { useHome } from "../app/home-context.tsx";
import { useEditor, useFlow } from "../editor-page/editor-context.tsx";
import { versionWords } from "../messages/versions/index.ts";

/** Newest first; undefined until they are read, and `unread` where they cannot be. */
export type KeptVersions = readonly VersionRow[] | "unread" | undefined;

/** What came of the last action, and what can be put back after it. */
interface Told {
  readonly text: string;
  readonly removed?: VersionRow;
}

/** The restore points of the open flow, and what can be done with them. Each action says what came of it. */
export function useVersions() {
  const { flows } = useHome();
  const { document } = useEditor();
  const { id } = useFlow();
  const [versions, setVersions] = useState<KeptVersions>();
  // Notices lie behind a dialog, out of reach.
  const [told, setTold] = useState<Told>();
  const t = versionWords();
  const read = useCallback(() => flows.versions(id).then(setVersions, () => setVersions("unread")), [flows, id]);
  useEffect(() => void read(), [read]);

  /** False, and said, where it could not be kept. */
  async function add(why: Pick<VersionRow, "reason" | "label">): Promise<boolean> {
    try {
      await flows.addVersion(document.getState().flow, why, Date.now());
      await read();
      return true;
    } catch (problem) {
      setTold({ text: t.failed[isFull(problem) ? "full" : "unknown"] });
      return false;
    }
  }

  async function keep(label: string): Promise<boolean> {
    const isKept = await add({ reason: "named", label });
    if (isKept) setTold({ text: t.kept(label) });
    return isKept;
  }

  /** What is there now is kept first, so that nothing is lost; where it cannot be, nothing comes back. */
  async function restore(version: VersionRow): Promise<boolean> {
    const parsed = parseFlow(version.flow);
    if (!parsed.ok) {
      setTold({ text: t.broken(parsed.problem) });
      return false;
    }
    if (!(await add({ reason: "replaced", label: "" }))) return false;
    document.replace(t.restoreChange, { ...parsed.flow, id });
    void notify({ signal: "pass", text: t.restored(versionName(version)) });
    return true;
  }

  async function remove(version: VersionRow): Promise<void> {
    await change(() => flows.removeVersion(version), { text: t.removed(versionName(version)), removed: version });
  }

  const putBack = (version: VersionRow): Promise<void> => change(() => flows.restoreVersion(version), undefined);

  async function change(doing: () => Promise<void>, done: Told | undefined): Promise<void> {
    try {
      await doing();
      setTold(done);
    } catch (problem) {
      setTold({ text: t.failed[isFull(problem) ? "full" : "unknown"] });
    }
    await read();
  }

  return { versions, told, keep, restore, remove, putBack };
}

export function versionName({ reason, label }: VersionRow): string {
  return label === "" ? versionWords().reasons[reason] : label;
}
