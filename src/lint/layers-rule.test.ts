import { describe, expect, it } from "vitest";
import { faultOf } from "./layers-rule.ts";

const allowed = [
  ["src/pillars/trace/log.ts", "#engine"],
  ["src/pillars/trace/log.ts", "./leaf.ts"],
  ["src/pillars/trace/log.ts", "../privileges/index.ts"],
  ["src/pillars/index.ts", "./trace/index.ts"],
  ["nodes/ask-model/index.ts", "#pillars/firewall"],
  ["nodes/ask-model/panel/index.ts", "../config.ts"],
  ["nodes/ask-model/panel/rows.tsx", "#ui/kit"],
  ["nodes/ask-model/node.test.ts", "#hosts/memory"],
  ["nodes/index.ts", "./ask-model/index.ts"],
  ["src/hosts/browser/worker.ts", "#nodes"],
  ["src/ui/app/main.tsx", "../canvas/canvas.tsx"],
  ["src/ui/app/main.tsx", "./theme.css"],
  ["src/ui/kit/button.tsx", "react"],
  ["src/cli/main.ts", "#hosts/node"],
  ["src/cli/commands/bench.ts", "#bench/engine"],
  ["src/hosts/browser/worker.ts", "#quickjs/wasm?url"],
  ["vite.config.ts", "./scripts/chromium.ts"],
] as const;

const refused = [
  ["src/engine/run/run.ts", "#hosts/browser", "src/engine may not import src/hosts"],
  ["src/engine/run/run.ts", "../../pillars/index.ts", "climbs two folders"],
  ["src/engine/run.ts", "../pillars/index.ts", "src/engine may not import src/pillars"],
  ["src/engine/run.test.ts", "#ui/kit", "src/engine may not import src/ui/kit"],
  ["src/pillars/trace/log.ts", "../privileges/grant.ts", "reaches past src/pillars/privileges/index.ts"],
  ["src/pillars/trace/log.ts", "#engine/run/run.ts", "no door"],
  ["src/pillars/money.ts", "../engine/index.ts", "crosses layers"],
  ["src/pillars/money.ts", "../engine/value/json.ts", "reaches past src/engine/index.ts"],
  ["nodes/ask-model/index.ts", "../condition/index.ts", "nodes/ask-model may not import nodes/condition"],
  ["nodes/ask-model/panel/index.ts", "#hosts/browser", "may not import src/hosts"],
  ["nodes/ask-model/index.ts", "./panel/index.ts", "may not import nodes/ask-model/panel"],
  ["nodes/ask-model/index.ts", "#ui/kit", "may not import src/ui/kit"],
  ["nodes/index.ts", "./ask-model/run.ts", "reaches past nodes/ask-model/index.ts"],
  ["src/hosts/node/host.ts", "../../../nodes/index.ts", "climbs two folders"],
  ["src/ui/app/main.tsx", "../kit/button.tsx", "reaches past src/ui/kit/index.ts"],
  ["src/ui/app/main.tsx", "../../cli/main.ts", "climbs two folders"],
  ["src/ui/kit/button.tsx", "#engine", "src/ui/kit may not import src/engine"],
  ["src/cli/main.ts", "../new-folder/index.ts", "belongs to no layer"],
] as const;

describe("the layer rule", () => {
  it.each(allowed)("lets %s import %s", (file, specifier) => {
    expect(faultOf(file, specifier)).toBeUndefined();
  });

  it.each(refused)("refuses %s importing %s", (file, specifier, reason) => {
    expect(faultOf(file, specifier)).toContain(reason);
  });
});
