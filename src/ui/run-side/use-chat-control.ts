import { useEffect, useMemo } from "react";
import { useStore } from "zustand";
import { useHome } from "../app/home-context.tsx";
import type { Home } from "../app/home.ts";
import type { RunWords } from "../messages/run/index.ts";
import { createChatControl } from "./chat-control.ts";
import type { ChatControl } from "./chat-control.ts";
import type { ChatState } from "./chat-state.ts";
import { standingOf } from "./standing.ts";
import type { Standing } from "./standing.ts";

/** Chats outlive their page: an answer goes on being written while someone looks at the approvals. */
const controls = new WeakMap<Home, Map<string, ChatControl>>();

/** How often waiting requests are looked at, so that silence becomes a denial, and runs of other tabs, so that they are shown. */
const everyFewSeconds = 3_000;

export function useChatControl(flowId: string, words: RunWords): [ChatControl, ChatState & { standing: Standing }] {
  const home = useHome();
  const control = useMemo(() => controlOf(home, flowId, words), [home, flowId, words]);
  const state = useStore(control.store);
  const standing = standingOf(state);
  useEffect(() => {
    if (standing !== "waiting") return undefined;
    const timer = setInterval(() => void control.expire(), everyFewSeconds);
    return () => clearInterval(timer);
  }, [control, standing]);
  useEffect(() => {
    if (standing !== "elsewhere") return undefined;
    const timer = setInterval(() => void control.look(), everyFewSeconds);
    return () => clearInterval(timer);
  }, [control, standing]);
  return [control, { ...state, standing }];
}

function controlOf(home: Home, flowId: string, words: RunWords): ChatControl {
  const byFlow = controls.get(home) ?? new Map<string, ChatControl>();
  controls.set(home, byFlow);
  const control = byFlow.get(flowId) ?? createChatControl(home, flowId, words);
  byFlow.set(flowId, control);
  return control;
}
