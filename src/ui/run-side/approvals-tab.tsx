import { ApprovalsPanel } from "./approvals-panel.tsx";
import { ProfileSelect } from "./profile-select.tsx";
import { useApprovals } from "./use-approvals.ts";

/** The inbox under the canvas. */
export function ApprovalsTab() {
  const approvals = useApprovals();
  return (
    <div className="approvals-tab">
      {approvals.counts.all > 0 && <ProfileSelect {...approvals} />}
      <ApprovalsPanel approvals={approvals} />
    </div>
  );
}
