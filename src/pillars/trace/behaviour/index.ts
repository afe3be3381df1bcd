/** How a flow behaved over its recorded runs: the share of each outcome, by version, time or an attribute. Pure. */
export { builtInAttributes, countedTurns, type CountedTurn } from "./counted-turn.ts";
export {
  groupableAttributes,
  marks,
  outcomeRates,
  overallRates,
  type BehaviourGroup,
  type Grouping,
  type Mark,
  type Rate,
} from "./rates.ts";
export { ratesCsv } from "./rates-csv.ts";
