import { useMemo } from "react";
import type { Flow, RunEvent, Speaker } from "#engine";
import { waitingRequests } from "#monitor";
import { Button, Icon } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import { ChatPanel } from "../playground/index.ts";
import type { ChatEntry, SoughtMessage } from "../playground/index.ts";
import { chatEntries, followUps, marksIn, soughtIn, withMarks } from "../run-log/index.ts";
import type { Reading } from "../run-log/index.ts";
import type { ChatControl } from "./chat-control.ts";
import type { ChatState } from "./chat-state.ts";
import { LiveGrants } from "./live-grants.tsx";
import type { ShownSource } from "./shown-source.ts";
import { isSameFlow } from "./standing.ts";
import type { Standing } from "./standing.ts";
import { Starters } from "./starters.tsx";
import { WaitingCard } from "./waiting-card.tsx";
import { pageWords } from "./words.ts";

type ChatTabProps = {
  flow: Flow;
  control: ChatControl;
  chat: ChatState & { standing: Standing };
  reading: Reading;
  speaker: Speaker | undefined;
  onSend: (text: string) => void;
  openStep: (seq: number) => void;
  /** Where a value came from that somebody wants to see. */
  shown: ShownSource | undefined;
  onSource: (source: ShownSource) => void;
};

/** The conversation with its guard lines, and the request that waits beside it. */
export function ChatTab({ flow, control, chat, reading, speaker, onSend, openStep, shown, onSource }: ChatTabProps) {
  const t = useMessages();
  const { events, live, standing, pending } = chat;
  const entries = useMemo((): readonly ChatEntry[] => {
    const told = chatEntries(events, reading, t.chat.demo, live);
    return pending === undefined ? told : [...told, { kind: "message", id: "pending", from: "person", text: pending }];
  }, [events, reading, live, pending, t]);
  const sought = useMemo(() => shown && soughtMessage(shown, events, reading), [shown, events, reading]);
  const [request] = waitingRequests(events);
  const isBusy = standing === "working" || pending !== undefined;
  const canWrite = chat.phase === "ready" && (standing === "free" || standing === "closed");
  const isDemo = entries.length === 0 && flow.nodes.some(({ config }) => config["model"] === "embedded");
  return (
    <ChatPanel
      entries={entries}
      onWhy={(id) => openStep(Number(id))}
      sought={sought}
      speaker={speaker === undefined ? "" : callName(speaker.name)}
      progress={!isBusy ? "idle" : live.checking ? "checking" : "thinking"}
      followUps={canWrite ? followUps(events) : []}
      samples={[]}
      starters={<Starters samples={flow.samples} onSend={onSend} />}
      remark={
        <>
          <LiveGrants {...{ events, reading }} />
          <Remark {...{ chat, control, flow }} />
        </>
      }
      isDemo={isDemo}
      onSend={onSend}
      onStop={control.stop}
      disabled={!canWrite && !isBusy}
      returned={chat.returned}
      aside={
        request && (
          <WaitingCard key={request.key} runId={chat.runId} {...{ request, events, control, reading, onSource }} />
        )
      }
    />
  );
}

/** The first name; the whole of what is no name, as "A customer". */
function callName(name: string): string {
  const [first = ""] = name.split(" ");
  return first.length < 3 ? name : first;
}

/** The message as the chat shows it, with the value marked that a request took from it. */
function soughtMessage(
  { request, place }: ShownSource,
  events: readonly RunEvent[],
  reading: Reading,
): SoughtMessage | undefined {
  const message = events.find(({ seq }) => seq === place.seq);
  const sought = soughtIn(events, request, place.argument, reading);
  if (sought === undefined || message?.kind !== "message" || message.values.content === undefined) return undefined;
  const { content } = message.values;
  const marks = marksIn(content, sought.value);
  const { step } = reading.words;
  const note = marks.length > 0 ? step.sought(sought.label) : step.soughtOtherwise(sought.label);
  return { id: String(place.seq), parts: withMarks(content, marks), note };
}

type RemarkProps = Pick<ChatTabProps, "chat" | "control" | "flow">;

/** Why the chat stands still, with the way on. */
function Remark({ chat, control, flow }: RemarkProps) {
  const words = pageWords().chat;
  const { standing, problem, runFlow, phase } = chat;
  if (phase === "opening") return <p className="gl">{words.loading}</p>;
  if (standing === "interrupted")
    return (
      <div className="gl chat-remark" role="status">
        <Icon name="history" size={14} tone="ask" />
        <span className="grow">{problem ?? words.interrupted}</span>
        <Button size="sm" icon="play" onPress={() => void control.goOn()}>
          {words.goOn}
        </Button>
      </div>
    );
  const text =
    problem ??
    (standing === "elsewhere"
      ? words.elsewhere
      : standing === "free" && runFlow !== undefined && !isSameFlow(runFlow, flow)
        ? words.changedFlow
        : undefined);
  if (text === undefined) return null;
  return (
    <p className="gl" role={problem === undefined ? "status" : "alert"}>
      <Icon name={problem === undefined ? "info" : "triangle-alert"} size={14} tone={problem ? "stop" : undefined} />
      {text}
    </p>
  );
}
