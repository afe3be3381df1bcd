import { useMemo } from "react";
import type { Flow } from "#engine";
import { registry } from "#nodes";
import { useMessages } from "../messages/index.ts";
import { wordedKinds } from "../messages/kinds/index.ts";
import { readingOf } from "../run-log/index.ts";
import type { Reading } from "../run-log/index.ts";
import { pageWords } from "./words.ts";

/** What the log of a run of this flow is read with. */
export function useReading(flow: Flow): Reading {
  const { kinds } = useMessages();
  return useMemo(() => readingOf(flow, wordedKinds(registry, kinds), pageWords()), [flow, kinds]);
}
