import { useState } from "react";
import { Button, EmptyState, Segmented, Select } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import { FlowTable } from "./flow-table.tsx";
import type { FlowTableProps } from "./flow-table.tsx";
import { TemplateCard } from "./template-card.tsx";
import type { Template } from "./template-card.tsx";

/** With fewer templates than this everything is in sight, and a filter only stands in the way. */
const worthFiltering = 5;

export type FlowSort = "edited" | "name" | "runs";

export type LibraryPageProps = {
  templates: readonly Template[];
  /** Already sorted. */
  flows: FlowTableProps["flows"];
  /** What the search field in the top bar says. */
  query: string;
  onQuery: (query: string) => void;
  sort: FlowSort;
  onSort: (sort: FlowSort) => void;
  onUse: (templateId: string) => void;
  onAction: FlowTableProps["onAction"];
  onNewFlow: () => void;
};

const everything = "";

/** Templates to start from, and a person's own flows. */
export function LibraryPage(props: LibraryPageProps) {
  const t = useMessages().library;
  const [category, setCategory] = useState(everything);
  const categories = [...new Set(props.templates.map((template) => template.category))];
  const templates = props.templates.filter(
    (template) =>
      (category === everything || template.category === category) &&
      fits(props.query, template.title, template.description),
  );
  const flows = props.flows.filter((flow) => fits(props.query, flow.name));
  const options = [
    { value: everything, label: t.all, count: props.templates.length },
    ...categories.map((name) => ({ value: name, label: name })),
  ];
  if (props.query !== "" && templates.length === 0 && flows.length === 0)
    return (
      <EmptyState
        icon="search"
        title={t.nothingFound(props.query)}
        text={t.nothingFoundText}
        actions={<Button onPress={() => props.onQuery("")}>{t.showAll}</Button>}
      />
    );
  return (
    <div className="library">
      <section>
        <div className="lib-head">
          <h2>{t.start}</h2>
          {props.templates.length >= worthFiltering && (
            <Segmented label={t.category} options={options} value={category} onChange={setCategory} />
          )}
        </div>
        <div className="tgrid">
          {templates.map((template) => (
            <TemplateCard key={template.id} template={template} onUse={props.onUse} />
          ))}
        </div>
      </section>
      <MyFlows {...props} flows={flows} />
    </div>
  );
}

function MyFlows({ flows, sort, onSort, onAction, onNewFlow }: LibraryPageProps) {
  const t = useMessages().library;
  const sorts = (["edited", "name", "runs"] as const).map((value) => ({ value, label: t.sort[value] }));
  const choose = (value: string) => {
    const found = sorts.find((option) => option.value === value);
    if (found) onSort(found.value);
  };
  return (
    <section>
      <div className="lib-head">
        <h2>{t.myFlows}</h2>
        <span className="t3 num">{flows.length}</span>
        <div className="end lib-sort">
          <Select label={t.sortBy} hideLabel size="sm" quiet options={sorts} value={sort} onChange={choose} />
        </div>
      </div>
      {flows.length > 0 ? (
        <FlowTable flows={flows} onAction={onAction} />
      ) : (
        <div className="cardx">
          <EmptyState
            icon="workflow"
            title={t.noFlows}
            text={t.noFlowsText}
            actions={
              <Button icon="plus" onPress={onNewFlow}>
                {t.newFlow}
              </Button>
            }
          />
        </div>
      )}
    </section>
  );
}

function fits(query: string, ...texts: readonly string[]): boolean {
  return texts.join(" ").toLowerCase().includes(query.trim().toLowerCase());
}
