import { useRef, useState } from "react";
import { Button, TextArea } from "#ui/kit";
import type { WidgetProps } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import { textOfFile } from "./text-of-file.ts";

/** A text that is pasted, or read from a file of this device. */
export function TextFileWidget({ schema, label, hint, error, value, onChange, disabled }: WidgetProps) {
  const t = useMessages().edit.inspect;
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string>();
  const longest = schema.maxLength ?? Infinity;
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    const text = await textOfFile(file, longest);
    if (typeof text === "string") onChange(text);
    setProblem(typeof text === "string" ? undefined : problemWords[text.problem]);
  };
  const problemWords = { long: t.fileTooLong(longest), binary: t.fileNoText };
  return (
    <div className="form">
      <TextArea
        {...{ label, hint, error: error ?? problem, disabled, onChange }}
        code
        rows={5}
        value={typeof value === "string" ? value : ""}
      />
      <span>
        <Button size="sm" icon="folder-open" disabled={disabled} onPress={() => input.current?.click()}>
          {t.chooseFile}
        </Button>
      </span>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.tsv,.txt,text/*"
        aria-label={t.fileFor(label)}
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
    </div>
  );
}
