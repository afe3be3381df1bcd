import type { IssuedKind, NamedKind } from "../kind.ts";
import { aiIssued, aiNamed } from "./ai.ts";
import { businessIssued, businessNamed } from "./business.ts";
import { cloudIssued, cloudNamed } from "./cloud.ts";
import { codeHostingIssued, codeHostingNamed } from "./code-hosting.ts";
import { dataStoresIssued, dataStoresNamed } from "./data-stores.ts";
import { deliveryIssued, deliveryNamed } from "./delivery.ts";
import { digitalMoneyIssued, digitalMoneyNamed } from "./digital-money.ts";
import { identityIssued, identityNamed } from "./identity.ts";
import { messagingIssued, messagingNamed } from "./messaging.ts";
import { observabilityIssued, observabilityNamed } from "./observability.ts";
import { paymentsIssued, paymentsNamed } from "./payments.ts";

/** Formats as their issuers document or show them. */
export const issuedKinds: readonly IssuedKind[] = [
  ...cloudIssued,
  ...codeHostingIssued,
  ...deliveryIssued,
  ...paymentsIssued,
  ...digitalMoneyIssued,
  ...messagingIssued,
  ...aiIssued,
  ...observabilityIssued,
  ...dataStoresIssued,
  ...identityIssued,
  ...businessIssued,
];

export const namedKinds: readonly NamedKind[] = [
  ...cloudNamed,
  ...codeHostingNamed,
  ...deliveryNamed,
  ...paymentsNamed,
  ...digitalMoneyNamed,
  ...messagingNamed,
  ...aiNamed,
  ...observabilityNamed,
  ...dataStoresNamed,
  ...identityNamed,
  ...businessNamed,
];
