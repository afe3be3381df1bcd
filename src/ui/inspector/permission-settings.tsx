import { useMemo } from "react";
import { jsonObject, type DrawnNode } from "#engine";
import { defaultRule, permissionConfig, type PermissionConfig, type Rule } from "#pillars/privileges";
import { Section, Select, Switch } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import { useEditor, useFlow } from "../editor-page/editor-context.tsx";
import { RuleBlock } from "./rule-block.tsx";
import { governedTools, subjectOf } from "./tools-of.ts";

const empty: PermissionConfig = permissionConfig.parse({});

/** A Permission: one sentence a tool, with everything in it to change. */
export function PermissionSettings({ drawn }: { drawn: DrawnNode }) {
  const t = useMessages().edit;
  const { document, registry } = useEditor();
  const flow = useFlow();
  const { id } = drawn.node;
  const config = useMemo(() => permissionConfig.safeParse(drawn.config).data ?? empty, [drawn.config]);
  const tools = governedTools(flow, id, registry);
  const subject = config.agent ?? subjectOf(flow, id, registry);
  const roles = flow.speakers.map(({ role }) => role);
  const write = (change: Partial<PermissionConfig>, gesture: string) =>
    document.edit(
      t.change.setting(drawn.title),
      [
        {
          type: "set-config",
          nodeId: id,
          config: jsonObject.parse(withoutUndefined({ ...config, ...change })),
        },
      ],
      `rule ${id} ${gesture}`,
    );
  const ruled = new Set(config.rules.map(({ tool }) => tool));
  const open = tools.filter(({ spec }) => !ruled.has(spec.name));
  return (
    <>
      {config.rules.length === 0 && (
        <Section>
          <p className="t2">{t.permission.noRules}</p>
        </Section>
      )}
      {config.rules.map((rule, at) => (
        <RuleBlock
          // A tool has one rule as a rule; where a file has two, their places tell them apart.
          key={`${rule.tool} ${at}`}
          rule={rule}
          tool={tools.find(({ spec }) => spec.name === rule.tool)}
          subject={subject}
          roles={roles}
          isOpen={at === firstOpen(config.rules)}
          onChange={(next, part) => write({ rules: config.rules.with(at, next) }, `${rule.tool} ${part}`)}
          onRemove={() => write({ rules: config.rules.toSpliced(at, 1) }, `remove ${rule.tool}`)}
        />
      ))}
      {open.length > 0 && (
        <Section>
          <Select
            label={t.permission.addRule}
            placeholder={t.inspect.choose}
            value={undefined}
            options={open.map(({ spec }) => ({ value: spec.name, label: spec.title }))}
            onChange={(name) => {
              const found = open.find(({ spec }) => spec.name === name);
              if (found) write({ rules: [...config.rules, defaultRule(found.spec)] }, `add ${name}`);
            }}
          />
        </Section>
      )}
      {config.rules.length > 0 && (
        <Section>
          <Switch
            label={t.permission.beyond}
            hint={t.permission.beyondHint}
            checked={config.beyond === "ask"}
            onChange={(isOn) => write({ beyond: isOn ? "ask" : "allow" }, "beyond")}
          />
        </Section>
      )}
    </>
  );
}

/** The rule that people come for: the one about money, else the first. */
function firstOpen(rules: readonly Rule[]): number {
  return Math.max(
    0,
    rules.findIndex(({ amount }) => amount !== undefined),
  );
}

/** Settings are JSON, which has no undefined. */
function withoutUndefined(config: PermissionConfig): unknown {
  return JSON.parse(JSON.stringify(config));
}
