import { useState } from "react";
import type { KeyboardEvent } from "react";
import type { ApprovalDecision } from "./approval.ts";

/** What a person is about to decide: comment, edits, and the keys A, E, D while the request has the focus (WCAG 2.1.4). */
export function useDecision(onDecide: (decision: ApprovalDecision) => void) {
  const [comment, setComment] = useState("");
  const [changes, setChanges] = useState<Readonly<Record<string, string>>>();
  const approve = () => onDecide(changes ? { kind: "edit", comment, changes } : { kind: "approve", comment });
  const deny = () => onDecide({ kind: "deny", comment });
  const edit = () => setChanges({});
  const onKeyDown = (event: KeyboardEvent) => {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const action = changes ? { d: deny }[event.key] : { a: approve, e: edit, d: deny }[event.key];
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  };
  return {
    comment,
    setComment,
    changes,
    change: (name: string, value: string) => setChanges((before) => ({ ...before, [name]: value })),
    keepAsItWas: () => setChanges(undefined),
    approve,
    edit,
    deny,
    onKeyDown,
  };
}

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");
}
