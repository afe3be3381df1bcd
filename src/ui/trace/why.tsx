import { Icon, IconButton, Tile } from "#ui/kit";
import type { IconName, Signal } from "#ui/kit";
import type { WhyAnswer, WhyLine } from "./trace-data.ts";
import { pageTraceWords } from "./words.ts";

const icons = { pass: "check", ask: "hand", stop: "octagon-x", sealed: "link" } as const satisfies Record<
  Signal,
  IconName
>;

export type WhyProps = {
  answer: WhyAnswer;
  /** The step that is asked about; a line of its own leads nowhere. */
  here: number;
  onSelect?: ((seq: number) => void) | undefined;
  onNode?: ((id: string) => void) | undefined;
};

/** What decided, one line each, with the way to its step and to its node on the canvas. */
export function Why({ answer, here, onSelect, onNode }: WhyProps) {
  return (
    <ol className="args why">
      {answer.lines.map((line, at) => (
        <li key={at} className="arg">
          <Tile icon={icons[line.signal]} tone={line.signal} size="sm" />
          <span className="grow">
            <span className="small t2 line">{line.label}</span>
            <span className="line">{line.text}</span>
          </span>
          <Ways {...{ line, here, onSelect, onNode }} />
        </li>
      ))}
    </ol>
  );
}

function Ways({ line, here, onSelect, onNode }: Omit<WhyProps, "answer"> & { line: WhyLine }) {
  const words = pageTraceWords();
  const { seq, node } = line;
  return (
    <>
      {node !== undefined && onNode && (
        <IconButton icon="workflow" label={words.onCanvas} onPress={() => onNode(node)} />
      )}
      {seq !== undefined && seq !== here && onSelect && (
        <button type="button" className="btn sm ghost num" onClick={() => onSelect(seq)}>
          {words.step(seq)}
          <Icon name="chevron-right" size={14} />
        </button>
      )}
    </>
  );
}
