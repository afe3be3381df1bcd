import "react";

declare module "react" {
  // Custom properties are the only inline styles the kit sets.
  interface CSSProperties {
    [name: `--${string}`]: string | number | undefined;
  }
}
