import { useEffect, useState } from "react";
import type { DrawnNode } from "#engine";
import type { CodeText } from "#hosts/workspace";
import { useHome } from "../app/home-context.tsx";
import { useEditor, useFlow } from "../editor-page/editor-context.tsx";
import { foreignCode } from "./adopted-code.ts";

/**
 * The step's code as long as nobody has adopted it; looks again whenever a record or the code changes. Null as long as it is not
 * known, and where it cannot be: such code is not tried either.
 */
export function useForeignCode(drawn: DrawnNode): CodeText | null | undefined {
  const { trust } = useHome();
  const { registry } = useEditor();
  const { id } = useFlow();
  const [foreign, setForeign] = useState<CodeText | null | undefined>(null);
  useEffect(() => {
    let asked = 0;
    const look = () => {
      const mine = (asked += 1);
      // A record that cannot be read allows nothing: the run says so, and there is nothing here to adopt it into.
      foreignCode(trust, id, drawn, registry).then(
        (found) => mine === asked && setForeign(found),
        () => mine === asked && setForeign(null),
      );
    };
    look();
    const stop = trust.watchIds(look);
    return () => {
      asked = Number.POSITIVE_INFINITY;
      stop();
    };
  }, [trust, id, drawn, registry]);
  return foreign;
}
