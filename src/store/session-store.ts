import { createStore, type StoreApi } from "zustand/vanilla";

export const dockTabs = ["chat", "trace", "approvals", "findings"] as const;
export type DockTab = (typeof dockTabs)[number];

/** What this tab shows: never undone, never exported. */
export interface SessionState {
  /** Selected nodes and wires. */
  readonly selected: readonly string[];
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
  showDock(tab: DockTab): void;
  toggleDock(): void;
}

export function createSessionStore(): SessionStore {
  const store = createStore<SessionState>()(() => ({
    selected: [],
    dock: { open: true, tab: "chat" },
    inspectorOpen: true,
    dataView: false,
    speakerId: undefined,
    step: undefined,
  }));
  return {
    ...store,
    select(ids) {
      const { selected } = store.getState();
      if (ids.length === selected.length && ids.every((id, at) => id === selected[at])) return;
      store.setState({ selected: ids });
    },
    showDock: (tab) => store.setState({ dock: { open: true, tab } }),
    toggleDock: () => store.setState(({ dock }) => ({ dock: { ...dock, open: !dock.open } })),
  };
}
