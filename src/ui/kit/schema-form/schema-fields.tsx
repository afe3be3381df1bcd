import type { ComponentType } from "react";
import { ListFrame } from "./list-frame.tsx";
import type { FieldKind, FieldPath, FormSchema } from "./schema.ts";
import { emptyValue, errorAt, fieldsOf, isRecord, itemOf, kindOf, titleOf, widgetOf } from "./schema.ts";
import { StringList } from "./string-list.tsx";
import type { FormContext, WidgetProps } from "./widget.ts";
import { ChoiceWidget, NumberWidget, SwitchWidget, TextAreaWidget, TextWidget, UnknownWidget } from "./widgets.tsx";

type ObjectFieldsProps = { schema: FormSchema; value: unknown; path: FieldPath; form: FormContext };

/** One field after the other, in the order of the definition. */
export function ObjectFields({ schema, value, path, form }: ObjectFieldsProps) {
  const values = isRecord(value) ? value : {};
  return fieldsOf(schema).map((field) => (
    <SchemaField
      key={field.name}
      schema={field.schema}
      label={titleOf(field.name, field.schema)}
      value={values[field.name]}
      path={[...path, field.name]}
      form={form}
    />
  ));
}

type SchemaFieldProps = ObjectFieldsProps & { label: string };

const simple: Partial<Record<FieldKind, ComponentType<WidgetProps>>> = {
  text: TextWidget,
  textarea: TextAreaWidget,
  number: NumberWidget,
  integer: NumberWidget,
  boolean: SwitchWidget,
  enum: ChoiceWidget,
  strings: StringList,
};

/** One field: the widget the definition asks for, else the one that fits its kind. */
function SchemaField(props: SchemaFieldProps) {
  const { schema, label, value, path, form } = props;
  const kind = kindOf(schema);
  const asked = widgetOf(schema);
  const Asked = asked !== undefined && Object.hasOwn(form.widgets, asked) ? form.widgets[asked] : undefined;
  if (!Asked && kind === "objects") return <ObjectList {...props} />;
  if (!Asked && kind === "object")
    return (
      <fieldset>
        <legend>{label}</legend>
        <ObjectFields schema={schema} value={value} path={path} form={form} />
      </fieldset>
    );
  const Widget = Asked ?? simple[kind] ?? UnknownWidget;
  return (
    <Widget
      schema={schema}
      label={label}
      hint={schema.description}
      error={errorAt(form.errors, path)}
      value={value ?? schema.default}
      onChange={(next) => form.onChange(path, next)}
      disabled={form.disabled}
    />
  );
}

/** A list of small forms. */
function ObjectList({ schema, label, value, path, form }: SchemaFieldProps) {
  const items: unknown[] = Array.isArray(value) ? value : [];
  const item = itemOf(schema);
  if (!item) return null;
  return (
    <ListFrame
      label={label}
      hint={schema.description}
      error={errorAt(form.errors, path)}
      disabled={form.disabled}
      count={items.length}
      isBlock
      onAdd={() => form.onChange(path, [...items, emptyValue(item)])}
      onRemove={(at) => form.onChange(path, items.toSpliced(at, 1))}
      renderItem={(at) => <ObjectFields schema={item} value={items[at]} path={[...path, at]} form={form} />}
    />
  );
}
