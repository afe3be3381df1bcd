export type KbdProps = {
  /** Written with Apple's signs: ⌘K, ⇧⌘Z. Shown as this device's keyboard has it. */
  children: string;
  /** The control beside it already names the key in `aria-keyshortcuts`. */
  isSilent?: boolean;
};

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** A key that does something here. */
export function Kbd({ children, isSilent = false }: KbdProps) {
  return (
    <kbd className="kbd" aria-hidden={isSilent || undefined}>
      {keysHere(children)}
    </kbd>
  );
}

/** Keys written with Apple's signs, as this device's keyboard has them. */
export function keysHere(keys: string): string {
  if (isApple) return keys;
  return keys.replace("⇧⌘", "Ctrl Shift ").replace("⌘", "Ctrl ").replace("⇧", "Shift ").replace("⌥", "Alt ");
}
