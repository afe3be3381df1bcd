export {
  cutText,
  isLonger,
  maximumDepth,
  readBorder,
  utf8Length,
  writeBorder,
  type BorderFault,
  type BorderReading,
  type JsonText,
} from "./border.ts";
export {
  codeSentence,
  defaultWaitMs,
  maximumErrorLength,
  maximumNameLength,
  rowsOf,
  sizeWords,
  timeWords,
  usualMemoryBytes,
  waitMsOf,
  watchdogGraceMs,
} from "./limits.ts";
export { failureOf, refusal, type Ending } from "./outcome.ts";
export { fromWall, type FromWall, type WallEnding } from "./from-wall.ts";
export {
  engineOf,
  fullPython,
  runtimeOf,
  sandboxRuntimes,
  type RuntimeChoice,
  type SandboxRuntime,
} from "./runtime.ts";
export { isToWall, type ToWall } from "./to-wall.ts";
