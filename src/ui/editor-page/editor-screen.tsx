import { ReactFlowProvider } from "@xyflow/react";
import { useMemo, useState } from "react";
import { useParams } from "wouter";
import { EmptyState } from "#ui/kit";
import { drawnRegistry } from "#nodes";
import { useHome } from "../app/home-context.tsx";
import { useChecks } from "../checks/use-checks.ts";
import { useMessages } from "../messages/index.ts";
import { wordedKinds } from "../messages/kinds/index.ts";
import { EditorContext } from "./editor-context.tsx";
import { FlowEditor } from "./flow-editor.tsx";
import type { OpenDocument } from "./open-document.ts";
import { useOpenDocument } from "./use-open-document.ts";

/** The page of one flow. */
export function EditorScreen() {
  const { id = "" } = useParams<{ id?: string }>();
  const { flows } = useHome();
  const opening = useOpenDocument(flows, id);
  const t = useMessages();
  if (opening.kind === "loading") return null;
  if (opening.kind === "open") return <OpenedEditor key={id} opened={opening.opened} />;
  const isMissing = opening.kind === "missing";
  return (
    <EmptyState
      icon="circle-help"
      title={isMissing ? t.edit.missingFlow : t.edit.brokenFlow}
      text={isMissing ? t.edit.missingFlowText : opening.problem}
      actions={
        <a className="btn" href="#/library">
          {t.nav.toLibrary}
        </a>
      }
    />
  );
}

function OpenedEditor({ opened }: { opened: OpenDocument }) {
  const [isDrawn, setDrawn] = useState(false);
  const { kinds } = useMessages();
  const checks = useChecks(isDrawn);
  const editor = useMemo(
    () => ({ ...opened, registry: checks?.registry ?? wordedKinds(drawnRegistry, kinds), check: checks?.checkFlow }),
    [opened, checks, kinds],
  );
  return (
    <EditorContext value={editor}>
      <ReactFlowProvider>
        <FlowEditor isDrawn={isDrawn} onDrawn={setDrawn} />
      </ReactFlowProvider>
    </EditorContext>
  );
}
