import { isKind, type RunEvent } from "#engine";

/** What a node started and still has to see through, by step key. */
export interface OpenList<Event extends RunEvent> {
  open(event: Event): void;
  settle(key: string): void;
  has(key: string): boolean;
  /**
   * What is open when its node, turn or run ends as done. A node that failed or was stopped accounts for what it leaves open:
   * nothing was made of it. After a recovery a step goes on, and sees through what it had begun.
   */
  overdue(event: RunEvent): Event[];
}

export function createOpenList<Event extends RunEvent>(): OpenList<Event> {
  const open = new Map<string, Event>();

  function take(belongs: (event: Event) => boolean): Event[] {
    const taken = [...open.values()].filter(belongs);
    for (const { key } of taken) open.delete(key);
    return taken;
  }

  return {
    open: (event) => void open.set(event.key, event),
    settle: (key) => void open.delete(key),
    has: (key) => open.has(key),
    overdue(event) {
      const all = () => true;
      const ofNode = ({ node }: Event) => node?.id === event.node?.id;
      if (isKind(event, "node.end")) return ifDone(event.attrs.status, take(ofNode));
      if (isKind(event, "turn.end") || isKind(event, "run.close")) return ifDone(event.attrs.status, take(all));
      if (isKind(event, "error")) take(ofNode);
      return [];
    },
  };
}

function ifDone<Item>(status: string, items: Item[]): Item[] {
  return status === "done" ? items : [];
}
