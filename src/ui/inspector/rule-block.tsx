import { useState } from "react";
import { anyone, formatAmount } from "#pillars/autonomy";
import { editRule, rulesToCedar, type Rule } from "#pillars/privileges";
import { Icon, IconButton, notify, RangeBar, Segmented, Select, Sentence, Switch, Tile } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import { amountScale } from "./amount-scale.ts";
import { OnlyValues } from "./only-values.tsx";
import { allowOptions, isSlot, roleOptions, sentenceParts, usesOptions } from "./sentence-parts.ts";
import { ToolSentence } from "./tool-sentence.tsx";
import type { GovernedTool } from "./tools-of.ts";

export type RuleBlockProps = {
  rule: Rule;
  tool: GovernedTool | undefined;
  subject: string | undefined;
  roles: readonly string[];
  isOpen: boolean;
  /** `part` names what was changed, so that a gesture on one control is one step of undo. */
  onChange: (rule: Rule, part: string) => void;
  onRemove: () => void;
};

/** One rule: its sentence, its amounts, what it always requires, who decides beyond it. */
export function RuleBlock(props: RuleBlockProps) {
  const { rule, tool, onRemove } = props;
  const t = useMessages().edit.permission;
  const [view, setView] = useState<"rule" | "text">("rule");
  const title = tool?.spec.title ?? rule.tool;
  return (
    <details className="rule-block" open={props.isOpen}>
      <summary>
        <Tile icon={tool?.node.definition.icon ?? "circle-help"} tone="act" size="sm" />
        <h3 className="grow">{title}</h3>
        <span className="small t3">{[...rule.roles.map(t.role), t.allow[rule.allow]].join(", ")}</span>
        <Icon name="chevron-right" size={14} />
      </summary>
      <div className="sec">
        <div className="sech">
          <Segmented
            label={t.view}
            value={view}
            onChange={setView}
            options={[
              { value: "rule", label: t.rule },
              { value: "text", label: t.text },
            ]}
          />
          <div className="end">
            <IconButton icon="trash" label={t.removeRule(title)} onPress={onRemove} />
          </div>
        </div>
        {view === "text" ? <pre className="cedar">{policyText(props)}</pre> : <RuleSentence {...props} />}
        {tool !== undefined && <ToolSentence tool={tool} />}
        {tool === undefined && <p className="small c-stop">{t.unknownTool(rule.tool)}</p>}
      </div>
      <OnlyValues rule={rule} spec={tool?.spec} onChange={props.onChange} />
      {rule.allow !== "never" && <Requirements {...props} />}
      {rule.allow !== "never" && <Decision {...props} />}
      <p className="small t2 rule-end">
        <Icon name="timer" size={14} />
        {rule.lease === undefined ? t.ends(rule.ttlSeconds) : t.endsTogether(rule.ttlSeconds)}
      </p>
    </details>
  );
}

/** What the rule becomes for the policy engine. */
function policyText({ rule, tool, subject }: RuleBlockProps): string {
  const config = { rules: [rule], ...(subject !== undefined && { agent: subject }) };
  const tools = tool === undefined ? [] : [tool.spec];
  return rulesToCedar(config, { source: "permission", tools }).policies;
}

function RuleSentence({ rule, tool, subject, roles, onChange }: RuleBlockProps) {
  const t = useMessages().edit.permission;
  const { amount } = rule;
  const change = (id: string, value: string | number) => {
    if (!isSlot(id)) return;
    const edited = editRule(rule, id, String(value));
    if (edited.outcome === "edited") onChange(edited.rule, id);
    else void notify({ signal: "stop", text: edited.message });
  };
  const scale = amount && amountScale(amount.aloneUpTo, amount.neverAbove);
  return (
    <>
      <Sentence parts={sentenceParts(rule, tool?.spec, subject, roles, t)} onChange={change} />
      {amount && scale && rule.allow !== "never" && (
        <RangeBar
          alone={rule.allow === "ask" ? 0 : amount.aloneUpTo}
          person={Math.min(amount.neverAbove ?? scale.max, scale.max)}
          max={scale.max}
          step={scale.step}
          format={(value) => formatAmount(value, amount.currency)}
          onChange={({ alone, person }) => {
            const { neverAbove: _, ...rest } = amount;
            const ceiling = person >= scale.max ? {} : { neverAbove: person };
            const allow = rule.allow === "ask" && alone > 0 ? "alone" : rule.allow;
            onChange({ ...rule, allow, amount: { ...rest, aloneUpTo: alone, ...ceiling } }, "amount");
          }}
        />
      )}
      <div className="pair even">
        <Select
          size="sm"
          label={t.slots.allow}
          value={rule.allow}
          options={allowOptions(t)}
          onChange={(allow) => change("allow", allow)}
        />
        {rule.allow !== "never" && (
          <Select
            size="sm"
            label={t.uses}
            value={rule.uses.per === "call" ? "call" : `${rule.uses.count} times per ${rule.uses.per}`}
            options={[{ value: "call", label: t.perCall }, ...usesOptions(rule, t)]}
            onChange={(often) =>
              often === "call" ? onChange({ ...rule, uses: { count: 1, per: "call" } }, "uses") : change("uses", often)
            }
          />
        )}
      </div>
    </>
  );
}

function Requirements({ rule, onChange }: RuleBlockProps) {
  const t = useMessages().edit.permission;
  const { requires } = rule;
  return (
    <div className="sec">
      <div className="sech">
        <h3>{t.required}</h3>
      </div>
      <Switch
        label={t.ownRecord}
        checked={requires.ownRecord}
        onChange={(ownRecord) => onChange({ ...rule, requires: { ...requires, ownRecord } }, "own")}
      />
      <Switch
        label={t.sameTarget}
        checked={requires.sameTarget}
        onChange={(sameTarget) => onChange({ ...rule, requires: { ...requires, sameTarget } }, "target")}
      />
      <div className="row g12 switch-row">
        <span className="grow">{t.outside}</span>
        <Icon name="lock" />
      </div>
    </div>
  );
}

const waits = [15, 30, 60, 240, 1440] as const;

function Decision({ rule, roles, onChange }: RuleBlockProps) {
  const t = useMessages().edit.permission;
  const minutes = [...new Set<number>([...waits, rule.waitMinutes])].toSorted((a, b) => a - b);
  const speaking = rule.roles.length === 1 ? (rule.roles[0] ?? "") : rule.roles.join(", ");
  return (
    <div className="sec">
      <div className="sech">
        <h3>{t.decides}</h3>
      </div>
      <div className="pair">
        <Select
          label={t.who}
          icon="users-round"
          value={rule.approver}
          options={roleOptions([...roles, rule.approver], t)}
          onChange={(approver) => onChange({ ...rule, approver }, "approver")}
        />
        <Select
          label={t.waits}
          value={String(rule.waitMinutes)}
          options={minutes.map((each) => ({ value: String(each), label: t.minutes(each) }))}
          onChange={(wait) => onChange({ ...rule, waitMinutes: Number(wait) }, "wait")}
        />
      </div>
      <p className="small t2 hint-below">{t.afterThat}</p>
      <Select
        size="sm"
        label={t.speaking}
        value={speaking === "" ? anyone : speaking}
        options={roleOptions([...roles, speaking], t)}
        onChange={(role) => onChange({ ...rule, roles: role === anyone ? [] : role.split(", ") }, "roles")}
      />
    </div>
  );
}
