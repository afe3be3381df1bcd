import { conditionProblem, judgeCondition } from "#engine";
import { conditionWith } from "./define.ts";

export { conditionWith };
export const condition = conditionWith({ conditionProblem, judgeCondition });
