import type { JsonObject } from "#engine";
import { IconButton } from "#ui/kit";
import { pageTraceWords } from "./words.ts";

/** `erased`: gone or withheld. `long`: only the step itself shows it whole. */
type HeldValue = JsonObject | "erased" | "long";

export type NodeValuesProps = {
  title: string;
  state: keyof ReturnType<typeof pageTraceWords>["replay"]["states"];
  values: { readonly got?: HeldValue; readonly gave?: HeldValue };
  onClose: () => void;
};

/** What one node was doing and had in hand at the step that is looked at. */
export function NodeValues({ title, state, values, onClose }: NodeValuesProps) {
  const words = pageTraceWords().replay;
  return (
    <section className="node-values" aria-label={words.values(title)}>
      <header className="row">
        <h2 className="grow">{title}</h2>
        <span className="small t2">{words.states[state]}</span>
        <IconButton icon="x" label={words.close} onPress={onClose} />
      </header>
      {values.got === undefined && <p className="small t2">{words.notYet}</p>}
      {values.got !== undefined && <Value title={words.got} value={values.got} />}
      {values.gave !== undefined && <Value title={words.gave} value={values.gave} />}
    </section>
  );
}

function Value({ title, value }: { title: string; value: HeldValue }) {
  const words = pageTraceWords().replay;
  return (
    <>
      <h3 className="label">{title}</h3>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reachable by keyboard */}
      <pre className="mono exact-record" tabIndex={0} aria-label={title}>
        {typeof value === "string" ? words[value] : JSON.stringify(value, undefined, 2)}
      </pre>
    </>
  );
}
