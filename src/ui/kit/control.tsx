import { useId } from "react";
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

export type ControlLabels = {
  label: string;
  /** The label is read aloud but not shown, where the place already says it. */
  hideLabel?: boolean;
  hint?: string | undefined;
  /** One sentence on what is wrong and what to do. */
  error?: string | undefined;
};

type InputIds = { id: string; "aria-describedby": string | undefined; "aria-invalid": true | undefined };

export type ControlProps = ControlLabels & { children: (ids: InputIds) => ReactNode };

/** Label, hint and error around one input, tied together for screen readers. */
export function Control({ label, hideLabel = false, hint, error, children }: ControlProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="control">
      <label htmlFor={id} className={hideLabel ? "sr-only" : "label"}>
        {label}
      </label>
      {children({ id, "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined })}
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="error" role="alert">
          <Icon name="triangle-alert" size={14} />
          {error}
        </p>
      )}
    </div>
  );
}
