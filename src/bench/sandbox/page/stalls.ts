/** A timer that is due at once fires after this long at the most, where nothing holds it up (HTML: nested timers). */
const usualGapMs = 5;

/** Follows how long the page answers nothing. `end` gives the longest time, in ms, beyond a timer's usual delay. */
export function watchStalls(): { end(): number } {
  let longest = 0;
  let last = performance.now();
  let timer = setTimeout(look);

  function look(): void {
    const now = performance.now();
    longest = Math.max(longest, now - last - usualGapMs);
    last = now;
    timer = setTimeout(look);
  }

  return {
    end() {
      clearTimeout(timer);
      return Math.round(Math.max(longest, performance.now() - last - usualGapMs));
    },
  };
}
