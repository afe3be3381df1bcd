import { useState } from "react";
import { Button, notify } from "#ui/kit";
import { AppFrame } from "../app/app-frame.tsx";
import { Crumbs } from "../editor/index.ts";
import { useMessages } from "../messages/index.ts";
import { TraceView, wholeTrace } from "../trace/index.ts";
import type { Seal } from "../trace/index.ts";
import { causes, effects, lineOf, marks, rows, step, turnOf } from "./sample-trace.ts";

const say = (text: string) => void notify({ text });
const noneShut: ReadonlySet<number> = new Set();
const seal: Seal = {
  kind: "sealed",
  steps: 128,
  verified: "just now",
  detail: "Nothing added, changed or left out since 14:31. Signed by this browser, decided by Mara.",
  fingerprint: "9f3a 41c7 … e20b 71d4",
};

export function TraceSheet() {
  const t = useMessages();
  const [selected, setSelected] = useState(41);
  const [wish, setWish] = useState(wholeTrace);
  const [query, setQuery] = useState("");
  return (
    <AppFrame
      isRail
      current="traces"
      waiting={1}
      onStopEverything={() => say("Stop everything")}
      title={
        <Crumbs parent={{ name: t.nav.traces, href: "#/traces" }} name="Customer support with refunds">
          <span className="t2 w4 clip">Nora Lindqvist, today 14:02</span>
        </Crumbs>
      }
      actions={
        <>
          <Button variant="ghost" icon="history" onPress={() => say("Replay")}>
            {t.trace.replay}
          </Button>
          <Button icon="arrow-up-right" onPress={() => say("Open")}>
            {t.trace.openFlow}
          </Button>
          <Button icon="download" onPress={() => say("Export")}>
            {t.trace.export}
          </Button>
        </>
      }
    >
      <TraceView
        seal={seal}
        isVerifying={false}
        onVerify={() => say("Verify")}
        marks={marks}
        {...{ rows, lineOf, turnOf, wish }}
        onWish={setWish}
        search={{ query, onQuery: setQuery, done: 0, all: 128, found: 0 }}
        shut={noneShut}
        onShut={() => undefined}
        counts={{ all: 128, guards: 34, tools: 9, decisions: 2 }}
        selected={selected}
        onSelect={setSelected}
        step={step}
        causes={causes}
        effects={effects}
      />
    </AppFrame>
  );
}
