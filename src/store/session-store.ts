import { createStore, type StoreApi } from "zustand/vanilla";

export const dockTabs = ["chat", "trace", "approvals", "findings", "reach"] as const;
export type DockTab = (typeof dockTabs)[number];

/** What this tab shows: never undone, never exported. */
export interface SessionState {
  /** Selected nodes and wires. */
  readonly selected: readonly string[];
  /** Nodes and wires that are pointed out without being selected: nothing acts on them. */
  readonly marked: readonly string[];
  readonly dock: { readonly open: boolean; readonly tab: DockTab };
  readonly inspectorOpen: boolean;
  /** Paints where text from outside has flowed. */
  readonly dataView: boolean;
  /** Who is speaking in the chat. */
  readonly speakerId: string | undefined;
  /** The trace step that is shown. */
  readonly step: number | undefined;
}

export interface SessionStore extends StoreApi<SessionState> {
  select(ids: readonly string[]): void;
  mark(ids: readonly string[]): void;
  showDock(tab: DockTab): void;
  toggleDock(): void;
}

export function createSessionStore(): SessionStore {
  const store = createStore<SessionState>()(() => ({
    selected: [],
    marked: [],
    dock: { open: true, tab: "chat" },
    inspectorOpen: true,
    dataView: false,
    speakerId: undefined,
    step: undefined,
  }));
  return {
    ...store,
    select(ids) {
      if (!isSame(ids, store.getState().selected)) store.setState({ selected: ids });
    },
    mark(ids) {
      if (!isSame(ids, store.getState().marked)) store.setState({ marked: ids });
    },
    showDock: (tab) => store.setState({ dock: { open: true, tab } }),
    toggleDock: () => store.setState(({ dock }) => ({ dock: { ...dock, open: !dock.open } })),
  };
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, at) => id === other[at]);
}
