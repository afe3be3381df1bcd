import { useEffect, useState } from "react";
import type { Flow } from "#engine";
import { useHome } from "../app/home-context.tsx";

/** The flow as it is drawn in the library; null where it is not there any more, undefined until that is known. */
export function useDrawn(flowId: string): Flow | null | undefined {
  const { flows } = useHome();
  const [drawn, setDrawn] = useState<Flow | null>();
  useEffect(() => {
    let known: number | undefined;
    return flows.watch((rows) => {
      const row = rows.find(({ id }) => id === flowId);
      if (row !== undefined && row.editedAt === known) return;
      known = row?.editedAt;
      setDrawn(row?.flow ?? null);
    });
  }, [flows, flowId]);
  return drawn;
}
