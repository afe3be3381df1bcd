import { lazy, Suspense, useEffect, useState } from "react";
import type { ReactNode } from "react";
import type { Flow, RunEvent, Speaker } from "#engine";
import { waitingRequests } from "#monitor";
import type { DockTab } from "#store";
import { IconButton, Menu } from "#ui/kit";
import { Dock } from "../editor/index.ts";
import { SpeakerSelect } from "../playground/index.ts";
import { ApprovalsTab } from "./approvals-tab.tsx";
import { ChatTab } from "./chat-tab.tsx";
import { useAskedSource } from "./shown-source.ts";
import type { ShownSource } from "./shown-source.ts";
import { groupSamples } from "./starters.tsx";
import { TraceTab } from "./trace-tab.tsx";
import { useChatControl } from "./use-chat-control.ts";
import { useReading } from "./use-reading.ts";
import { pageWords } from "./words.ts";

const RunMeter = lazy(async () => ({ default: (await import("./run-meter.tsx")).RunMeter }));

/** What the editor shows of the run: marks on the canvas, and Stop in the top bar. */
export interface DockRun {
  readonly events: readonly RunEvent[];
  readonly isRunning: boolean;
  readonly stop: () => void;
}

export type RunDockProps = {
  /** As it is drawn now; a change starts a new chat with the next message. */
  flow: Flow;
  tab: DockTab;
  onTab: (tab: DockTab) => void;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  /** Called after each event of the run that the chat shows; an empty log after New chat. */
  onRun?: ((run: DockRun) => void) | undefined;
  /** The node that is chosen on the canvas, and the way to choose one. */
  node: string | undefined;
  onNode: (id: string) => void;
  /** The findings tab is the editor's. */
  findings: ReactNode;
  /** And so is who can do what. */
  reach: ReactNode;
  counts: { findings: number; toRepair: number };
};

/** Chat, trace and approvals of one flow, under its canvas. */
export function RunDock({ flow, tab, onTab, isOpen, onOpen, onRun, node, onNode, ...rest }: RunDockProps) {
  const words = pageWords();
  const { findings, reach, counts } = rest;
  const [control, chat] = useChatControl(flow.id, words);
  const [speakerId, setSpeakerId] = useState<string>();
  const [step, setStep] = useState<number>();
  const [shown, setShown] = useState<ShownSource>();
  const speaker = flow.speakers.find(({ id }) => id === speakerId) ?? flow.speakers[0];
  const reading = useReading(chat.runFlow ?? flow);
  const { events, standing } = chat;
  const waiting = waitingRequests(events).length;
  useEffect(
    () => onRun?.({ events, isRunning: standing === "working", stop: control.stop }),
    [onRun, events, standing, control],
  );
  const send = (text: string) => void (speaker && control.send(flow, text, speaker));
  const chooseStep = (seq: number | undefined, source?: ShownSource) => {
    setStep(seq);
    setShown(source);
  };
  const openStep = (seq: number) => {
    chooseStep(seq);
    onTab("trace");
  };
  const showSource = (source: ShownSource) => {
    chooseStep(source.place.shownIn === "trace" ? source.place.seq : step, source);
    onTab(source.place.shownIn);
  };
  useAskedSource(chat.runId, showSource);
  return (
    <Dock
      {...{ tab, onTab, isOpen, onOpen }}
      counts={{ trace: events.length, approvals: waiting, ...counts }}
      trailing={
        <Trailing
          flow={flow}
          ranFlow={chat.runFlow ?? flow}
          speaker={speaker}
          onSpeaker={setSpeakerId}
          events={events}
          onSample={standing === "free" || standing === "closed" ? send : undefined}
          onNewChat={() => {
            chooseStep(undefined);
            void control.newChat();
            onTab("chat");
          }}
        />
      }
    >
      {tab === "chat" && (
        <ChatTab {...{ flow, control, chat, reading, speaker, openStep, shown }} onSend={send} onSource={showSource} />
      )}
      {tab === "trace" && (
        <TraceTab {...{ events, reading, step, shown, node, onNode }} runId={chat.runId} onStep={chooseStep} />
      )}
      {tab === "approvals" && <ApprovalsTab />}
      {tab === "findings" && findings}
      {tab === "reach" && reach}
    </Dock>
  );
}

type TrailingProps = {
  flow: Flow;
  /** The one that the events are of. */
  ranFlow: Flow;
  speaker: Speaker | undefined;
  onSpeaker: (id: string) => void;
  events: readonly RunEvent[];
  /** Undefined while no message can be sent. */
  onSample: ((text: string) => void) | undefined;
  onNewChat: () => void;
};

function Trailing({ flow, ranFlow, speaker, onSpeaker, events, onSample, onNewChat }: TrailingProps) {
  const words = pageWords();
  const speakers = flow.speakers.map(({ id, name, role }) => ({ id, name: words.decide.person(name, role) }));
  const items = groupSamples(flow.samples).flatMap(({ samples }) =>
    samples.map((sample, at) => ({
      id: sample.title,
      label: sample.title,
      icon: sample.attack ? ("zap" as const) : ("message-circle" as const),
      danger: sample.attack,
      separated: at === 0,
      disabled: onSample === undefined,
    })),
  );
  const choose = (title: string) => {
    const sample = flow.samples.find((each) => each.title === title);
    if (sample) onSample?.(sample.text);
  };
  return (
    <>
      {events.length > 0 && (
        <Suspense>
          <RunMeter events={events} flow={ranFlow} />
        </Suspense>
      )}
      {items.length > 0 && (
        <Menu label={words.chat.samples} icon="zap" items={items} onChoose={choose}>
          {words.chat.samples}
        </Menu>
      )}
      <SpeakerSelect speakers={speakers} speaker={speaker?.id ?? ""} onSpeaker={onSpeaker} />
      <IconButton icon="restart" label={words.chat.newChat} onPress={onNewChat} />
    </>
  );
}
