import { conditionProblem } from "#engine";
import { approvalGateWith } from "./define.ts";

export { approvalGateWith };
export const approvalGate = approvalGateWith({ conditionProblem });
