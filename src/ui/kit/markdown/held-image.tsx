import { useState } from "react";
import { useKitWords } from "../kit-words.tsx";
import { Chip } from "../chip.tsx";
import type { LoadImage } from "../markdown.tsx";
import { openableAddress, placeOf } from "./address.ts";

type HeldImageProps = { src: string; alt: string; loadImage: LoadImage | undefined };

/**
 * An image in text is a request to a stranger's server that can carry data out (CVE-2025-32711 left that way), so nothing
 * is fetched until a person asks for it.
 */
export function HeldImage({ src, alt, loadImage }: HeldImageProps) {
  const t = useKitWords().image;
  const [loaded, setLoaded] = useState<string>();
  const [hasFailed, setFailed] = useState(false);
  const url = openableAddress(src);
  const place = url ? placeOf(url) : "";
  if (loaded !== undefined) return <img src={loaded} alt={alt} />;
  if (!url || !loadImage) return <Chip icon="image">{alt || t.held(place)}</Chip>;
  const load = () => void loadImage(url.href).then(setLoaded, () => setFailed(true));
  return (
    <button type="button" title={t.load(place)} onClick={load}>
      <Chip icon="image">{hasFailed ? t.failed : t.held(place)}</Chip>
    </button>
  );
}
