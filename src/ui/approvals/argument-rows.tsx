import { useEffect, useRef } from "react";
import { Chip, Icon, QuotedText, TextArea, TextField, classes } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import type { ApprovalArgument, SourcePlace } from "./approval.ts";

export type ArgumentRowsProps = {
  rows: readonly ApprovalArgument[];
  isCompact?: boolean;
  /** Being edited: what was changed so far, by argument name. */
  changes?: Readonly<Record<string, string>> | undefined;
  onChange?: (name: string, value: string) => void;
  /** Leads to where a value came from. */
  onSource?: ((place: SourcePlace) => void) | undefined;
};

/** The call as rows: what, how much, and where each value came from. */
export function ArgumentRows({ rows, isCompact = false, changes, onChange, onSource }: ArgumentRowsProps) {
  const t = useMessages().approvals;
  const list = useRef<HTMLUListElement>(null);
  const wasEditing = useRef(false);
  const isEditing = changes !== undefined;
  useEffect(() => {
    // The buttons change with the mode, so the focus goes to the first field, and back to the card: never onto Approve.
    if (isEditing) list.current?.querySelector<HTMLElement>("input, textarea")?.focus();
    else if (wasEditing.current) list.current?.closest("article")?.focus();
    wasEditing.current = isEditing;
  }, [isEditing]);
  return (
    <ul ref={list} className={isCompact ? "args compact" : "args"} aria-label={t.arguments}>
      {rows.map((row) => (
        <li
          key={row.name}
          className={classes(
            "arg",
            row.origin === "outside" && !isCompact && "soft-hatch",
            hasLines(row.value) && "has-lines",
          )}
        >
          <span className="k">{row.label}</span>
          <span className="v">
            {changes && onChange && row.isEditable && typeof row.value === "string" ? (
              <EditedValue row={row} was={row.value} now={changes[row.name]} onChange={onChange} />
            ) : (
              <Value row={row} />
            )}
            {row.isReachable && (
              <span className="reachable">
                <Icon name="triangle-alert" size={12} />
                {t.reachable}
              </span>
            )}
          </span>
          <Source row={row} onHatch={row.origin === "outside" && !isCompact} onSource={onSource} />
        </li>
      ))}
    </ul>
  );
}

type SourceProps = { row: ApprovalArgument; onHatch: boolean } & Pick<ArgumentRowsProps, "onSource">;

/** Where the value came from, and the way there while it is there. */
function Source({ row, onHatch, onSource }: SourceProps) {
  const t = useMessages().approvals;
  const { origin, source, place, label } = row;
  if (place === "gone")
    return (
      <Chip origin={origin} onHatch={onHatch}>
        {t.gone(source)}
      </Chip>
    );
  if (place === undefined || onSource === undefined)
    return (
      <Chip origin={origin} onHatch={onHatch}>
        {source}
      </Chip>
    );
  return (
    <Chip origin={origin} onHatch={onHatch} onPress={() => onSource(place)} label={t.showSource(source, label)}>
      {source}
    </Chip>
  );
}

/** Code and letters are read as they are written, line by line, and whole: whoever approves has to see what they approve. */
function hasLines(value: ApprovalArgument["value"]): value is string {
  return typeof value === "string" && value.includes("\n");
}

function Value({ row }: { row: ApprovalArgument }) {
  const t = useMessages().approvals;
  if (typeof row.value === "string")
    return <span className="num">{row.origin === "outside" ? t.quote(row.value) : row.value}</span>;
  return (
    <span className="outside-text">
      <QuotedText parts={["“", ...row.value, "”"]} />
    </span>
  );
}

type EditedValueProps = {
  row: ApprovalArgument;
  was: string;
  now: string | undefined;
  onChange: (name: string, value: string) => void;
};

function EditedValue({ row, was, now, onChange }: EditedValueProps) {
  const t = useMessages().approvals;
  const isChanged = now !== undefined && now !== was;
  // A field of one line would take the line breaks out.
  const Field = hasLines(was) ? TextArea : TextField;
  return (
    <span className="col g2">
      <Field
        label={row.label}
        hideLabel
        size="sm"
        value={now ?? was}
        onChange={(value: string) => onChange(row.name, value)}
      />
      {isChanged && <del className="small t3">{t.was(was)}</del>}
    </span>
  );
}
