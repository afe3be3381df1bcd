import { useEffect, useState } from "react";
import { parseFlow } from "#engine";
import type { FlowRepository } from "#store";
import { openDocument, type OpenDocument } from "./open-document.ts";

export type Opening =
  | { readonly kind: "loading" }
  | { readonly kind: "missing" }
  | { readonly kind: "broken"; readonly problem: string }
  | { readonly kind: "open"; readonly opened: OpenDocument };

/** Opens the flow of this id for as long as the page shows it. */
export function useOpenDocument(flows: FlowRepository, id: string): Opening {
  const [opening, setOpening] = useState<Opening>({ kind: "loading" });
  useEffect(() => {
    let opened: OpenDocument | undefined;
    let isGone = false;
    void flows.get(id).then((stored) => {
      if (isGone) return;
      if (stored === undefined) return setOpening({ kind: "missing" });
      const parsed = parseFlow(stored.flow);
      if (!parsed.ok) return setOpening({ kind: "broken", problem: parsed.problem });
      opened = openDocument(parsed.flow, flows);
      setOpening({ kind: "open", opened });
    });
    return () => {
      isGone = true;
      opened?.close();
    };
  }, [flows, id]);
  return opening;
}
