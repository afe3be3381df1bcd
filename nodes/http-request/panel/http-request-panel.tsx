import { useMemo } from "react";
import { readAddress } from "#pillars/privileges";
import { Button, Icon, SchemaForm, Section, Switch } from "#ui/kit";
import type { FormSchema, PanelProps } from "#ui/kit";
import { settings } from "../settings.ts";
import { foundOut } from "../tool.ts";
import { KeyFields } from "./key-fields.tsx";
import { localised } from "./localised.ts";
import { Roles } from "./roles.tsx";
import type { ToolKeys } from "./tool-keys.ts";
import { panelWords } from "./words/index.ts";

export type HttpRequestPanelProps = PanelProps & { toolKeys: ToolKeys };

const call = ["name", "description", "method", "address", "arguments"];
const more = ["phrases", "headers", "answer", "timeoutSeconds", "maxKilobytes"];

/** The settings of an HTTP request: the call, what was read off it, its key, and what the server can check. */
export function HttpRequestPanel(props: HttpRequestPanelProps) {
  const { schema, value, errors, widgets, onChange, onReplace, toolKeys, language } = props;
  const words = panelWords(language);
  const shown = useMemo(() => localised(schema, words.fields), [schema, words]);
  const parsed = settings.safeParse(value).data;
  const form = (names: readonly string[]) => (
    <SchemaForm {...{ value, errors, widgets, onChange }} schema={only(shown, names)} />
  );
  const address = parsed === undefined ? undefined : readAddress(parsed.address);
  const origin = address?.ok === true ? address.template.origin : undefined;
  return (
    <>
      <Section title={words.call}>{form(call)}</Section>
      {parsed !== undefined && (
        <Roles {...{ words, language, parsed, onChange, onReplace, value }} found={foundOut(parsed)} />
      )}
      <Section title={words.key.title}>
        <KeyFields {...{ words, toolKeys, origin, onChange }} secret={parsed?.secret} key={origin ?? ""} />
      </Section>
      <Section title={words.proof.title}>
        <Switch
          label={words.proof.use}
          hint={words.proof.useHint}
          checked={value["proves"] !== false}
          onChange={(isOn) => onChange(["proves"], isOn)}
        />
        {parsed?.proves === true && (
          <>
            <p className="small t2 tool-about">{words.proof.about}</p>
            <div className="row g8 wrap tool-about">
              <Button size="sm" icon="download" onPress={() => void toolKeys.savePublicKey(words.proof.file)}>
                {words.proof.save}
              </Button>
              <a className="btn sm" href="verify-grant.js" download>
                <Icon name="download" size={14} />
                {words.proof.script}
              </a>
            </div>
          </>
        )}
      </Section>
      <Section>
        <details>
          <summary>{words.more}</summary>
          {form(more)}
        </details>
      </Section>
    </>
  );
}

/** A part of the settings as a form of its own. */
function only(schema: FormSchema, names: readonly string[]): FormSchema {
  const properties = names.flatMap((name) => {
    const field = schema.properties?.[name];
    return field === undefined ? [] : [[name, field] as const];
  });
  return { ...schema, properties: Object.fromEntries(properties) };
}
