import { useEffect, useState } from "react";
import { useParams } from "wouter";
import type { Flow } from "#engine";
import { templates } from "#templates";
import { AppPage } from "../app/app-page.tsx";
import { useHome } from "../app/home-context.tsx";
import type { DockTab } from "../editor/index.ts";
import { RunDock } from "./run-dock.tsx";

/** A flow's chat without its canvas. */
export function ChatScreen() {
  const { flowId = "" } = useParams();
  const { flows } = useHome();
  const [flow, setFlow] = useState<Flow | undefined>(() => templates.find(({ id }) => id === flowId)?.flow);
  const [tab, setTab] = useState<DockTab>("chat");
  useEffect(() => void flows.get(flowId).then((stored) => stored && setFlow(stored.flow)), [flows, flowId]);
  if (flow === undefined) return null;
  return (
    <AppPage current="library" title={<h1>{flow.title}</h1>}>
      <RunDock
        flow={flow}
        tab={tab}
        onTab={setTab}
        isOpen
        onOpen={() => undefined}
        findings={undefined}
        counts={{ findings: 0, toRepair: 0 }}
      />
    </AppPage>
  );
}
