export type KbdProps = {
  children: string;
  /** The control beside it already names the key in `aria-keyshortcuts`. */
  isSilent?: boolean;
};

/** A key that does something here. */
export function Kbd({ children, isSilent = false }: KbdProps) {
  return (
    <kbd className="kbd" aria-hidden={isSilent || undefined}>
      {children}
    </kbd>
  );
}
