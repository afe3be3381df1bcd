import { isJsonObject, type JsonValue, type ToolSpec } from "#engine";
import { IconButton } from "#ui/kit";
import { sampleSchema } from "../types/sample-schema.ts";
import { fieldTypes } from "../types/schema-type.ts";
import type { PanelWords } from "../words/index.ts";
import { callOf } from "./call-of.ts";

export type SeesProps = {
  words: PanelWords;
  input: JsonValue | undefined;
  tools: readonly ToolSpec[];
  language: string;
  onInsert: (text: string) => void;
};

/** What the code can name: the fields of what comes in, and the tools with their arguments. */
export function Sees({ words, input, tools, language, onInsert }: SeesProps) {
  const t = words.sees;
  const isKnown = isJsonObject(input);
  return (
    <div className="snippets">
      <section aria-label="input">
        <h4>
          <code>input</code>
        </h4>
        <p className="small t2">{isKnown ? t.input : t.noInput}</p>
        {isKnown && <Fields fields={fieldTypes(sampleSchema(input))} />}
        {language === "python" && <p className="small t2">{t.python}</p>}
      </section>
      <section aria-label={t.tools}>
        <h4>{t.tools}</h4>
        {tools.length === 0 && <p className="small t2">{t.noTools}</p>}
        <ul>
          {tools
            .map((tool) => ({ tool, call: callOf(tool, language) }))
            .map(({ tool, call }) => (
              <li key={tool.name}>
                <span className="grow">
                  <span className="w6">{tool.title}</span>
                  <code className="small t2">{tool.name}</code>
                  <Fields fields={fieldTypes(tool.inputSchema)} />
                </span>
                {call !== undefined && (
                  <IconButton icon="plus" label={t.insert(tool.title)} onPress={() => onInsert(call)} />
                )}
              </li>
            ))}
        </ul>
      </section>
    </div>
  );
}

function Fields({ fields }: { fields: readonly { readonly name: string; readonly type: string }[] }) {
  return (
    <dl className="sees-fields">
      {fields.map(({ name, type }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{type}</dd>
        </div>
      ))}
    </dl>
  );
}
