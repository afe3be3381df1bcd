import type { ReactNode } from "react";
import { Button } from "../button.tsx";
import { IconButton } from "../icon-button.tsx";
import { useKitWords } from "../kit-words.tsx";

export type ListFrameProps = {
  label: string;
  hint: string | undefined;
  error: string | undefined;
  disabled: boolean;
  count: number;
  /** Each item is a small form of its own, in a box. */
  isBlock?: boolean;
  onAdd: () => void;
  onRemove: (at: number) => void;
  renderItem: (at: number) => ReactNode;
};

/** A list that grows and shrinks: items, a way to remove each, a way to add one. */
export function ListFrame({
  label,
  hint,
  error,
  disabled,
  count,
  isBlock = false,
  onAdd,
  onRemove,
  renderItem,
}: ListFrameProps) {
  const t = useKitWords().form;
  return (
    <fieldset disabled={disabled}>
      <legend>{label}</legend>
      <div className="items">
        {Array.from({ length: count }, (_, at) => (
          <div className={isBlock ? "item block" : "item"} key={at}>
            <div className="form">{renderItem(at)}</div>
            <IconButton icon="trash" label={t.removeItem(at + 1)} onPress={() => onRemove(at)} />
          </div>
        ))}
        {count === 0 && <p className="small t3">{hint ?? t.noItems}</p>}
        {error && (
          <p className="form-error" role="alert">
            {error}
          </p>
        )}
        <span>
          <Button size="sm" icon="plus" onPress={onAdd}>
            {t.addItem(label)}
          </Button>
        </span>
      </div>
    </fieldset>
  );
}
