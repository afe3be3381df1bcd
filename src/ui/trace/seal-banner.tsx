import { Button, Tile } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import type { Seal } from "./trace-data.ts";

export type SealBannerProps = { seal: Seal; isVerifying: boolean; onVerify: () => void };

/** Whether the trace is whole, in one sentence, over everything else. */
export function SealBanner({ seal, isVerifying, onVerify }: SealBannerProps) {
  const t = useMessages().trace;
  const isBroken = seal.kind === "broken";
  return (
    <div className={`seal ${seal.kind}`} role="status">
      <Tile icon={isBroken ? "shield-x" : "fingerprint"} tone={isBroken ? "stop" : "sealed"} size="lg" />
      <div className="grow">
        <h2 className="seal-title">{titleOf(seal, t)}</h2>
        <p className="small t2">{seal.kind === "broken" ? seal.message : seal.detail}</p>
      </div>
      {seal.kind === "sealed" && (
        <span className="mono t2 seal-print" title={t.fingerprint}>
          {seal.fingerprint}
        </span>
      )}
      <Button icon="refresh" disabled={isVerifying} onPress={onVerify}>
        {isVerifying ? t.verifying : t.verifyAgain}
      </Button>
    </div>
  );
}

function titleOf(seal: Seal, t: ReturnType<typeof useMessages>["trace"]): string {
  if (seal.kind === "sealed") return t.sealed(seal.steps, seal.verified);
  return seal.kind === "open" ? t.open(seal.steps) : t.broken(seal.step);
}
