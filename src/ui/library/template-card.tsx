import { Button, Icon } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import { FlowMiniature } from "./flow-miniature.tsx";
import type { FlowSketch } from "./flow-sketch.ts";

export type Template = {
  id: string;
  title: string;
  description: string;
  /** As the filter shows it: "Support". */
  category: string;
  guards: number;
  steps: number;
  sketch: FlowSketch;
};

/** A flow to start from. */
export function TemplateCard({ template, onUse }: { template: Template; onUse: (id: string) => void }) {
  const t = useMessages().library;
  const { id, title, description, guards, steps, sketch } = template;
  return (
    <article className="tcard">
      <div className="preview">
        <FlowMiniature sketch={sketch} />
      </div>
      <div className="tbody">
        <h3 className="clip">
          {/* Stretched over the card, so that a click anywhere on it opens the template. */}
          <button type="button" className="tcard-open" onClick={() => onUse(id)}>
            {title}
          </button>
        </h3>
        <p>{description}</p>
        <div className="tfoot">
          <span className="row g4">
            <Icon name="shield-check" size={14} tone="guard" />
            {t.guards(guards)}
          </span>
          <span className="num">{t.steps(steps)}</span>
          <Button variant="primary" size="sm" label={t.useTemplate(title)} onPress={() => onUse(id)}>
            {t.use}
          </Button>
        </div>
      </div>
    </article>
  );
}
