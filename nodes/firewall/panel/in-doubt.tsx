import { Section } from "#ui/kit";
import type { FieldError, FieldPath, FormSchema, Widgets } from "#ui/kit";
import { firewallPolicy } from "#pillars/firewall";
import { CheckRow } from "./check-row.tsx";
import { ModelFile } from "./model-file.tsx";
import type { ModelFiles, NamedFile } from "./model-files.ts";
import { checksOf, fieldOf } from "./settings.ts";
import type { Check } from "./settings.ts";
import type { PanelWords } from "./words/index.ts";

type InDoubtProps = {
  schema: FormSchema;
  value: Readonly<Record<string, unknown>>;
  words: PanelWords;
  widgets: Widgets;
  errorsIn: (id: string) => readonly FieldError[];
  modelFiles: () => Promise<ModelFiles>;
  onChange: (path: FieldPath, value: unknown) => void;
};

const files = ["model", "tokenizer"] as const;

/** What else is asked about texts of which the checks are not sure. */
export function InDoubt({ schema, value, words, widgets, errorsIn, modelFiles, onChange }: InDoubtProps) {
  return (
    <Section title={words.doubt.title}>
      <p className="small t2">{words.doubt.about}</p>
      <ul className="guard-rows">
        {checksOf(schema, value, words, "tiers").map((tier) => {
          const isTransformer = tier.id === "transformer";
          const change = (path: FieldPath, next: unknown) => onChange(["tiers", tier.id, ...path], next);
          return (
            <CheckRow
              key={tier.id}
              {...{ words, widgets }}
              check={tier}
              errors={errorsIn(tier.id)}
              hidden={isTransformer ? files : []}
              isOpen={!isTransformer}
              onChange={change}
            >
              {isTransformer && <Files {...{ tier, words, modelFiles }} onChange={change} />}
            </CheckRow>
          );
        })}
      </ul>
    </Section>
  );
}

type FilesProps = Pick<InDoubtProps, "words" | "modelFiles" | "onChange"> & { tier: Check };

function Files({ tier, words, modelFiles, onChange }: FilesProps) {
  return files.map((name) => (
    <ModelFile
      key={name}
      {...{ words, modelFiles }}
      title={fieldOf(tier.schema, name)?.title ?? name}
      file={namedFile(tier, name)}
      onChange={(file) => onChange([name], file)}
    />
  ));
}

function namedFile({ setting }: Check, name: (typeof files)[number]): NamedFile {
  const tiers = firewallPolicy.safeParse({ tiers: { transformer: { [name]: setting[name] } } }).data?.tiers;
  return tiers?.transformer[name] ?? { sha256: "", url: "" };
}
