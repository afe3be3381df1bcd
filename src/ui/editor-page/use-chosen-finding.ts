import { useCallback, useState } from "react";
import type { Finding } from "#engine";
import { findingId } from "../checks/finding-items.ts";
import { useEditor } from "./editor-context.tsx";

/** The finding that a person looks at, if it still holds. */
export interface ChosenFinding {
  readonly id: string | undefined;
  readonly finding: Finding | undefined;
  /** Its place in the list, from 1. */
  readonly number: number;
  readonly choose: (id: string | undefined) => void;
  /** Chooses the first finding about a step. */
  readonly showFor: (nodeId: string) => void;
}

export function useChosenFinding(findings: readonly Finding[]): ChosenFinding {
  const { session } = useEditor();
  const [id, choose] = useState<string>();
  const at = findings.findIndex((each) => findingId(each) === id);
  const showFor = useCallback(
    (nodeId: string) => {
      const finding = findings.find((each) => each.at.node === nodeId);
      if (finding) choose(findingId(finding));
      session.showDock("findings");
    },
    [findings, session],
  );
  return { id, finding: findings[at], number: at + 1, choose, showFor };
}
