import { useEffect, useState } from "react";

/** The newest value of something that calls back; undefined until the first. `watch` answers with the way to stop. */
export function useWatched<T>(watch: (listener: (value: T) => void) => () => void): T | undefined {
  const [value, setValue] = useState<{ readonly now: T }>();
  useEffect(() => watch((now) => setValue({ now })), [watch]);
  return value?.now;
}
