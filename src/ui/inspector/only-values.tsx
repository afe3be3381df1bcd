import { isJsonArray, isJsonObject, type ToolSpec } from "#engine";
import type { Rule } from "#pillars/privileges";
import { Checkbox, Switch } from "#ui/kit";
import { useMessages } from "../messages/index.ts";

type Props = { rule: Rule; spec: ToolSpec | undefined; onChange: (rule: Rule, part: string) => void };

/** Which values of an argument with fixed choices a rule covers, and whether the calls of a message share one permission. */
export function OnlyValues({ rule, spec, onChange }: Props) {
  const t = useMessages().edit.permission;
  const found = listedArgument(rule, spec);
  if (found === undefined && rule.lease === undefined) return null;
  const { only: _only, lease: _lease, ...plain } = rule;
  const lease = rule.lease === undefined ? {} : { lease: rule.lease };
  const choose = (argument: string, values: readonly string[]) =>
    onChange({ ...plain, ...lease, ...(values.length > 0 && { only: { argument, values: [...values] } }) }, "only");
  return (
    <div className="sec">
      {found && (
        <fieldset className="choices">
          <legend>{t.onlyThese(found.title)}</legend>
          <p className="small t3">{t.onlyHint}</p>
          {found.values.map((value) => (
            <Checkbox
              key={value}
              label={value}
              checked={found.chosen.includes(value)}
              onChange={(isOn) =>
                choose(
                  found.argument,
                  found.values.filter((each) => (each === value ? isOn : found.chosen.includes(each))),
                )
              }
            />
          ))}
        </fieldset>
      )}
      {rule.allow !== "never" && (
        <Switch
          label={t.shared}
          hint={t.sharedHint}
          checked={rule.lease !== undefined}
          onChange={(isOn) => {
            const only = rule.only === undefined ? {} : { only: rule.only };
            onChange({ ...plain, ...only, ...(isOn && { lease: { calls: 20 } }) }, "lease");
          }}
        />
      )}
    </div>
  );
}

/** The argument that the rule lists values of, else the first with fixed choices. */
function listedArgument({ only }: Rule, spec: ToolSpec | undefined) {
  const properties = spec?.inputSchema["properties"];
  const choices = Object.entries(isJsonObject(properties) ? properties : {}).flatMap(([argument, schema]) => {
    const values = isJsonObject(schema) ? schema["enum"] : undefined;
    const title = isJsonObject(schema) && typeof schema["title"] === "string" ? schema["title"] : argument;
    return values !== undefined && isJsonArray(values) ? [{ argument, title, values: values.map(String) }] : [];
  });
  const found = only === undefined ? choices[0] : choices.find(({ argument }) => argument === only.argument);
  if (found === undefined) return only && { ...only, title: only.argument, chosen: only.values };
  return { ...found, values: [...new Set([...found.values, ...(only?.values ?? [])])], chosen: only?.values ?? [] };
}
