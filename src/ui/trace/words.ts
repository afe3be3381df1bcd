import { traceWords } from "../messages/trace/index.ts";
import type { TraceWords } from "../messages/trace/index.ts";

/** The page is loaded anew when its language changes, so the words of a page never change. */
export function pageTraceWords(): TraceWords {
  return traceWords(document.documentElement.lang);
}
