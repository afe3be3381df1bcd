import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { Select } from "#ui/kit";
import type { SelectOption, WidgetProps } from "#ui/kit";
import { useHome } from "../app/home-context.tsx";
import { useMessages } from "../messages/index.ts";

/** What is always there; its id is the one that flows are made with. */
const embedded = "embedded";

/** One of the models that this Gatehouse can reach: the embedded assistant, and those of the connections. */
export function ModelWidget({ label, hint, error, value, onChange, disabled }: WidgetProps) {
  const t = useMessages();
  const home = useHome();
  const connections = useStore(home.connections);
  const [models, setModels] = useState<readonly SelectOption[]>([]);
  useEffect(() => {
    // Without them the embedded assistant and the flow's own choice are offered.
    home.loadConnections().catch(() => undefined);
  }, [home]);
  useEffect(() => {
    let isGone = false;
    void import("./models.ts").then(({ modelOptions }) => {
      if (!isGone) setModels(modelOptions(connections));
    });
    return () => {
      isGone = true;
    };
  }, [connections]);
  const current = typeof value === "string" ? value : embedded;
  const others = models.filter((each) => each.value !== embedded);
  const isKnown = current === embedded || others.some((each) => each.value === current);
  const options = [
    { value: embedded, label: t.chat.demo },
    ...others,
    ...(isKnown
      ? []
      : [{ value: current, label: current === "" ? t.edit.inspect.noModel : t.edit.inspect.unknownModel(current) }]),
  ];
  return <Select {...{ label, hint, error, disabled, options, onChange }} value={current} />;
}
