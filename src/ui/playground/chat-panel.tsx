import type { ReactNode } from "react";
import { Button, Chip, EmptyState, ProgressRing } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import { ChatLog } from "./chat-log.tsx";
import type { ChatLogProps } from "./chat-log.tsx";
import { Composer } from "./composer.tsx";
import type { ComposerProps } from "./composer.tsx";

export type ChatPanelProps = ChatLogProps &
  Omit<ComposerProps, "isAnswering"> & {
    /** What the assistant is doing; `checking` while a guard holds the answer back. */
    progress: "idle" | "thinking" | "checking";
    /** Answers the flow suggests to its last question. */
    followUps: readonly string[];
    /** Messages to start with, offered while the chat is empty. */
    samples: readonly string[];
    /** What stands in place of the invitation while the chat is empty, as samples in groups. */
    starters?: ReactNode;
    /** One line between the conversation and the composer, as why it stands still. */
    remark?: ReactNode;
    /** No model is set up; the embedded assistant answers. */
    isDemo: boolean;
    /** What stands beside the conversation, as a request that waits. */
    aside?: ReactNode;
  };

/** The playground: talk to the flow and see every check as it happens. */
export function ChatPanel(props: ChatPanelProps) {
  const t = useMessages().chat;
  const { entries, progress, followUps, samples, starters, aside } = props;
  const isEmpty = entries.length === 0;
  return (
    <div className="chat">
      <div className="chat-main">
        {props.isDemo && (
          <div className="chat-demo">
            <Chip icon="bot">{t.demo}</Chip>
          </div>
        )}
        {isEmpty ? (
          (starters ?? <EmptyState icon="message-circle" tone="talk" title={t.empty} text={t.emptyText} />)
        ) : (
          <ChatLog entries={entries} onWhy={props.onWhy} loadImage={props.loadImage} sought={props.sought} />
        )}
        {progress !== "idle" && (
          <div className="gl" role="status">
            <ProgressRing size={14} />
            {progress === "thinking" ? t.thinking : t.checking}
          </div>
        )}
        {isEmpty && <Choices label={t.samples} choices={samples} onChoose={props.onSend} />}
        {progress === "idle" && <Choices label={t.followUp} choices={followUps} onChoose={props.onSend} />}
        {props.remark}
        <Composer {...props} isAnswering={progress !== "idle"} />
      </div>
      {aside && <div className="chat-aside">{aside}</div>}
    </div>
  );
}

type ChoicesProps = { label: string; choices: readonly string[]; onChoose: (text: string) => void };

function Choices({ label, choices, onChoose }: ChoicesProps) {
  if (choices.length === 0) return null;
  return (
    <ul className="choices" aria-label={label}>
      {choices.map((choice) => (
        <li key={choice}>
          <Button size="sm" onPress={() => onChoose(choice)}>
            {choice}
          </Button>
        </li>
      ))}
    </ul>
  );
}
