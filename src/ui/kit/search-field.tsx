import type { TextFieldProps } from "./text-field.tsx";
import { TextField } from "./text-field.tsx";

export type SearchFieldProps = Pick<
  TextFieldProps,
  "label" | "value" | "onChange" | "onSubmit" | "kbd" | "size" | "ref"
>;

/** Narrows what is below it as you type. */
export function SearchField(props: SearchFieldProps) {
  return <TextField {...props} type="search" icon="search" placeholder={props.label} hideLabel quiet />;
}
