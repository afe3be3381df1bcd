import type { Flow, Speaker } from "#engine";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

/** As whom this tab decides. One person can play all parts in a browser without accounts; the rules hold all the same. */
const acting = createStore<{ readonly key: string | undefined }>()(() => ({ key: undefined }));

export function profileKey({ id, name, role }: Speaker): string {
  return JSON.stringify([id, name, role]);
}

/** Everybody whom the flows name and everybody who has a key here, once. */
export function profilesOf(flows: readonly Flow[], approvers: readonly Speaker[]): readonly Speaker[] {
  const people = [...flows.flatMap(({ speakers }) => speakers), ...approvers];
  const byKey = new Map(people.map((each) => [profileKey(each), each] as const));
  return [...byKey.values()];
}

/** The chosen profile, else the first that is not a customer, who could decide nothing. */
export function useActing(profiles: readonly Speaker[]): [Speaker | undefined, (key: string) => void] {
  const { key } = useStore(acting);
  const chosen = profiles.find((each) => profileKey(each) === key);
  const fallback = profiles.find(({ role }) => role !== "customer") ?? profiles[0];
  return [chosen ?? fallback, (next) => acting.setState({ key: next })];
}
