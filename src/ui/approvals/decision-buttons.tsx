import { Button } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import type { useDecision } from "./use-decision.ts";

export type DecisionButtonsProps = {
  decision: ReturnType<typeof useDecision>;
  canEdit: boolean;
  size: "default" | "lg";
};

/** Approve, Edit, Deny, in this order; Deny is never hidden and none is the default. */
export function DecisionButtons({ decision, canEdit, size }: DecisionButtonsProps) {
  const t = useMessages().approvals;
  const fill = size === "default";
  const isEditing = decision.changes !== undefined;
  return (
    <>
      {isEditing ? (
        <Button key="edited" icon="check" iconTone="pass" size={size} fill={fill} onPress={decision.approve}>
          {t.saveEdit}
        </Button>
      ) : (
        <Button key="approve" icon="check" iconTone="pass" kbd="A" size={size} fill={fill} onPress={decision.approve}>
          {t.approve}
        </Button>
      )}
      {isEditing && (
        <Button key="keep" size={size} fill={fill} onPress={decision.keepAsItWas}>
          {t.cancelEdit}
        </Button>
      )}
      {canEdit && !isEditing && (
        <Button key="edit" icon="pen-line" kbd="E" size={size} fill={fill} onPress={decision.edit}>
          {t.edit}
        </Button>
      )}
      <Button key="deny" icon="x" iconTone="stop" kbd="D" size={size} fill={fill} onPress={decision.deny}>
        {t.deny}
      </Button>
    </>
  );
}
