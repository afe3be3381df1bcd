/** A workspace over any platform's storage, keys and ports. */
export { createRandomBytes } from "./random-bytes.ts";
export {
  approverPrefix,
  decidersIn,
  isProfileOf,
  keyStanding,
  type Approver,
  type ApproverBook,
} from "./approver-book.ts";
export { recordedRequest, signFor, type RequestPlace, type Signing, type SigningPlatform } from "./signed-decision.ts";
export { isSameState, type WitnessMemory } from "./cosign.ts";
export {
  aboutRequest,
  readDecisionFile,
  readRequestFile,
  writeDecisionFile,
  writeRequestFile,
  type TravelledDecision,
  type TravelledRequest,
} from "./travel.ts";
export { judgeTravelled, type JudgedFile, type NotTaken } from "./travelled-decision.ts";
export { freshName, generatePair, signerOf, type KeyRing } from "./key-ring.ts";
export { engineVersion, type RunRecord, type RunShelf, type WorkspaceParts } from "./parts.ts";
export type { Copy } from "./bundle.ts";
export type { ComparedReceipt } from "./compare-receipt.ts";
export type { Erased, Erasure } from "./erase.ts";
export type { Decided, RunSession } from "./session.ts";
export { openingOf } from "./session.ts";
export { replayRun, type RecordedRun, type ReplayReport, type Replayed } from "./replay.ts";
export { askWhatIf, type Asked, type RunWithFlow } from "./what-if.ts";
export { policiesOf } from "./policies.ts";
export { runEventOf } from "./sink.ts";
export { grantKeyOf, type GrantKey } from "./sign-grant.ts";
export { codeIn, codeKey, isAdopted, type CodeText } from "./adoption.ts";
export { trustProblem, wantsOf, type Want } from "./trust.ts";
export { createQueue, type Queue } from "./queue.ts";
export { openWorkspace, type Started, type Workspace } from "./workspace.ts";
