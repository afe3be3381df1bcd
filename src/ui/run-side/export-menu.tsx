import type { DerivedFormat } from "#pillars/trace";
import { Menu } from "#ui/kit";
import { pageWords } from "./words.ts";

/** The steps of a run as files that other tools read. The evidence itself is the button beside it. */
export function ExportMenu({ onChoose }: { onChoose: (format: DerivedFormat) => void }) {
  const { otherFormats, formats } = pageWords().traces;
  return (
    <Menu
      label={otherFormats}
      icon="chevron-down"
      variant="default"
      size="default"
      items={[
        { id: "csv", label: formats.csv, icon: "table" },
        { id: "otlp-json", label: formats["otlp-json"], icon: "braces" },
        { id: "otlp", label: formats.otlp, icon: "braces" },
      ]}
      onChoose={onChoose}
    />
  );
}
