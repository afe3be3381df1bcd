import { useState } from "react";
import type { VersionRow } from "#store";
import { exactTime, relativeTime } from "../app/when.ts";
import { versionWords } from "../messages/versions/index.ts";
import { versionName } from "./use-versions.ts";

export type VersionListProps = {
  rows: readonly VersionRow[];
  chosen: VersionRow;
  /** How many things are different now, of each row in its place; undefined for one that cannot be opened. */
  differences: readonly (number | undefined)[];
  onChoose: (version: VersionRow) => void;
};

/** Newest first, each with its name, when it was kept, and how far it is from now. */
export function VersionList({ rows, chosen, differences, onChoose }: VersionListProps) {
  const t = versionWords();
  const [now] = useState(Date.now);
  return (
    <ul className="version-list" aria-label={t.list}>
      {rows.map((row, index) => (
        <li key={row.savedAt}>
          <button type="button" aria-current={row === chosen ? "true" : undefined} onClick={() => onChoose(row)}>
            <span className={row.reason === "named" ? "clip" : "clip t2"}>{versionName(row)}</span>
            <span className="small t3" title={exactTime(row.savedAt, t.locale)}>
              {[relativeTime(row.savedAt, now, t.locale), ...apartInWords(differences[index])].join(" · ")}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function apartInWords(apart: number | undefined): readonly string[] {
  if (apart === undefined) return [];
  const t = versionWords();
  return [apart === 0 ? t.same : t.differences(apart)];
}
