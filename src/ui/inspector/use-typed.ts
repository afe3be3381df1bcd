import type { DrawnNode, JsonObject } from "#engine";
import { useHome } from "../app/home-context.tsx";
import { useEditor } from "../editor-page/editor-context.tsx";

/** Tells of settings that a person has typed here: into code that they have adopted, it is their own. */
export function useTyped({ definition, config: before }: DrawnNode): (after: JsonObject) => void {
  const { trust } = useHome();
  const { document, registry } = useEditor();
  return (after) => {
    if (!definition.needs.includes("code")) return;
    const { flow } = document.getState();
    void import("../adoption/adopted-code.ts")
      .then(({ carryOver }) => carryOver({ trust, flow, definition, before, after, registry }))
      // Not stored is not adopted: the banner stands, and the run says it.
      .catch(() => undefined);
  };
}
