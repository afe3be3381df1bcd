import { useSearchParams } from "wouter";
import { AppPage } from "../app/app-page.tsx";
import { useMessages } from "../messages/index.ts";
import { ApprovalsPanel } from "./approvals-panel.tsx";
import { OpenTravelFile } from "./open-travel-file.tsx";
import { ProfileSelect } from "./profile-select.tsx";
import { useApprovals } from "./use-approvals.ts";

/** The page of everything that waits for a person. */
export function ApprovalsScreen() {
  const t = useMessages();
  const [search] = useSearchParams();
  const approvals = useApprovals(search.get("request") ?? undefined);
  return (
    <AppPage
      current="approvals"
      title={<h1>{t.approvals.title}</h1>}
      actions={
        <>
          <OpenTravelFile />
          <ProfileSelect {...approvals} />
        </>
      }
    >
      <ApprovalsPanel approvals={approvals} />
    </AppPage>
  );
}
