import { ProgressRing } from "./progress-ring.tsx";

export type CountdownRingProps = {
  /** Both in the same unit. */
  left: number;
  total: number;
  size?: number;
};

/** Below this share the ring turns from amber to red. */
const urgent = 0.15;

/** Time that runs out, beside its words. */
export function CountdownRing({ left, total, size = 16 }: CountdownRingProps) {
  const share = total > 0 ? Math.min(1, Math.max(0, left / total)) : 0;
  return <ProgressRing value={share} size={size} tone={share < urgent ? "stop" : "ask"} />;
}
