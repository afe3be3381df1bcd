import { setImmediate as macrotask } from "node:timers/promises";
import type { VerifyOptions, VerifyProgress } from "#pillars/trace";
import { plainText } from "./plain-text.ts";
import type { Shell } from "./shell.ts";

const passes: Record<VerifyProgress["pass"], string> = {
  file: "reading",
  bytes: "sealed bytes",
  form: "form of the steps",
  rules: "rules of the run",
};

const oftenMs = 200;

/** Says on a terminal how far a long check has come, and lets Ctrl-C through. */
export function createProgress(file: string, { progress }: Shell): Pick<VerifyOptions, "tick" | "onProgress"> {
  let last = performance.now();
  let text = "";
  return {
    onProgress({ pass, done, total }) {
      text = `${plainText(file)}: ${passes[pass]} ${total === 0 ? "" : `${done} of ${total}`}`;
    },
    tick() {
      if (performance.now() - last < oftenMs) return undefined;
      last = performance.now();
      progress?.(text);
      return macrotask();
    },
  };
}
