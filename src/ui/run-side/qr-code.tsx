import { qrPath } from "./qr-path.ts";

/** Dark on light whatever the theme, or readers do not find it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = qrPath(text);
  return (
    <svg className="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path className="paper" d={`M0 0h${size}v${size}h-${size}z`} />
      <path className="ink" d={path} />
    </svg>
  );
}
