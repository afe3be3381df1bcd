import { classes } from "./words.ts";

/** The four guards; each has its own silhouette, and the silhouette is the instrument. */
export type GuardKind = "firewall" | "permission" | "limits" | "approval";

export type GuardShapeProps = {
  kind: GuardKind;
  /** What the shape shows: a firewall checks, has stopped or is suggested; a gate is open or shut. */
  mark?: "check" | "stopped" | "suggested" | "open" | "shut";
  /** How far the gauge of limits has gone, 0 to 1. */
  level?: number;
  height?: number;
};

const shield =
  "M32 4.5c7.5 4.6 15.6 6.9 24 7.3 1.1 0 2 .9 2 2V31c0 15.2-10.6 24.6-24.9 29.3a3.6 3.6 0 0 1-2.2 0C16.6 55.6 6 46.2 6 31V13.8c0-1.1.9-2 2-2C16.4 11.4 24.5 9.1 32 4.5Z";
const key =
  "M43.2 26H78a2.5 2.5 0 0 1 2.5 2.5V46a2 2 0 0 1-2 2h-3.5a2 2 0 0 1-2-2V38.5h-4V43a2 2 0 0 1-2 2h-3.5a2 2 0 0 1-2-2v-4.5h-4V46a2 2 0 0 1-2 2H52a2 2 0 0 1-2-2v-7.5h-6.8A24 24 0 1 1 43.2 26Z";
const gauge = "M4 36a28 28 0 0 1 56 0v14a6 6 0 0 1-6 6H10a6 6 0 0 1-6-6Z";
const gate =
  "M6 10a3 3 0 0 1 3-3h7a3 3 0 0 1 3 3v3h8v-3a3 3 0 0 1 3-3h4a3 3 0 0 1 3 3v3h8v-3a3 3 0 0 1 3-3h7a3 3 0 0 1 3 3v45a3 3 0 0 1-3 3H9a3 3 0 0 1-3-3Z";
const outlines = { firewall: shield, permission: key, limits: gauge, approval: gate } as const;
const shieldMarks: Record<string, string> = {
  stopped: "m24.5 25 15 15m0-15-15 15",
  suggested: "M32 23.5v18M23 32.5h18",
};

/** A guard as it looks from across the room. Decoration beside its name. */
export function GuardShape({ kind, mark, level = 0, height = 64 }: GuardShapeProps) {
  const isKey = kind === "permission";
  return (
    <svg
      className={classes("shape", mark)}
      viewBox={isKey ? "-4 0 85 64" : "0 0 64 64"}
      height={height}
      width={(height * (isKey ? 85 : 64)) / 64}
      aria-hidden="true"
    >
      <path className="halo" d={outlines[kind]} />
      <path className="b" d={outlines[kind]} />
      {kind === "firewall" && <path className="i" d={shieldMarks[mark ?? "check"] ?? "m22.5 32.5 6.5 6.5 13-14"} />}
      {kind === "permission" && <circle className="h" cx="18" cy="32" r="7.5" />}
      {kind === "limits" && <Gauge level={Math.min(1, Math.max(0, level))} />}
      {kind === "approval" && <Gate isOpen={mark === "open"} />}
    </svg>
  );
}

function Gauge({ level }: { level: number }) {
  const turn = Math.PI * level;
  const point = (radius: number) => `${32 - radius * Math.cos(turn)} ${39 - radius * Math.sin(turn)}`;
  return (
    <>
      <path className="k" d="M13 39a19 19 0 0 1 38 0" />
      {level > 0 && <path className="i thick" d={`M13 39A19 19 0 0 1 ${point(19)}`} />}
      <path className="i" d={`M32 39L${point(12)}`} />
      <circle className="dot" cx="32" cy="39" r="3" />
      <path className="k thin" d="M22 49.5h20" />
    </>
  );
}

function Gate({ isOpen }: { isOpen: boolean }) {
  return (
    <>
      <path className="h" d="M17 58V39a15 15 0 0 1 30 0V58" />
      <path className="i thin" d={isOpen ? "M26 27V34M38 27V34" : "M26 26V57M38 26V57M18 38.5h28M18 48.5h28"} />
    </>
  );
}
