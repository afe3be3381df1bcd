import { Button, Tile } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import type { Seal } from "./trace-data.ts";

export type SealBannerProps = {
  seal: Seal;
  isVerifying: boolean;
  onVerify: () => void;
  /** Of a check that takes long: how much of it is done, 0 to 1, and the way to end it. */
  long?: { readonly share: number; readonly onCancel: () => void } | undefined;
};

/** Whether the trace is whole, in one sentence, over everything else. */
export function SealBanner({ seal, isVerifying, onVerify, long }: SealBannerProps) {
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
      {long === undefined ? (
        <Button icon="refresh" disabled={isVerifying} onPress={onVerify}>
          {isVerifying ? t.verifying : t.verifyAgain}
        </Button>
      ) : (
        <>
          <progress max={1} value={long.share} aria-label={t.verifying} />
          <Button onPress={long.onCancel}>{t.cancelVerify}</Button>
        </>
      )}
    </div>
  );
}

function titleOf(seal: Seal, t: ReturnType<typeof useMessages>["trace"]): string {
  if (seal.kind === "sealed") return (seal.isOpen ? t.sealedSoFar : t.sealed)(seal.steps, seal.verified);
  return seal.kind === "open" ? t.open(seal.steps) : t.broken(seal.step);
}
