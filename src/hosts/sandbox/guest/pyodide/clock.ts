import type { PythonMemory } from "./memory.ts";

/** Offsets of the fields of C's `struct tm`. */
const tm = { seconds: 0, minutes: 4, hours: 8, day: 12, month: 16, year: 20, weekday: 24, yearDay: 28, summer: 32 };
const firstYear = 1_900;
const dayMs = 86_400_000;
/** What the C library takes for "this cannot be": a time that no date has. */
const noTime = -1n;

/** The imports that tell and reckon time: the clock stands still at the run's moment, and every zone is UTC. */
export function clockImports(memory: PythonMemory, now: () => number) {
  const write = (address: number, date: Date) => writeDate(memory.view(), address, date);
  const breakDown = (seconds: bigint, address: number) => write(address, new Date(Number(seconds) * 1_000));
  const makeTime = (address: number): bigint => {
    const date = readDate(memory.view(), address);
    if (Number.isNaN(date.getTime())) return noTime;
    write(address, date);
    return BigInt(Math.floor(date.getTime() / 1_000));
  };
  return {
    _gmtime_js: breakDown,
    _localtime_js: breakDown,
    _mktime_js: makeTime,
    _timegm_js: makeTime,
    _tzset_js(offset: number, hasSummer: number, standardName: number, summerName: number) {
      memory.view().setInt32(offset, 0, true);
      memory.view().setInt32(hasSummer, 0, true);
      memory.writeText(standardName, "UTC");
      memory.writeText(summerName, "UTC");
    },
    emscripten_get_now: now,
    clock_time_get(_clock: number, _precision: bigint, address: number) {
      memory.view().setBigInt64(address, BigInt(Math.floor(now())) * 1_000_000n, true);
      return 0;
    },
    clock_res_get(_clock: number, address: number) {
      memory.view().setBigInt64(address, 1_000_000n, true);
      return 0;
    },
  };
}

function writeDate(view: DataView, address: number, date: Date): void {
  const set = (offset: number, value: number) => view.setInt32(address + offset, value, true);
  set(tm.seconds, date.getUTCSeconds());
  set(tm.minutes, date.getUTCMinutes());
  set(tm.hours, date.getUTCHours());
  set(tm.day, date.getUTCDate());
  set(tm.month, date.getUTCMonth());
  set(tm.year, date.getUTCFullYear() - firstYear);
  set(tm.weekday, date.getUTCDay());
  set(tm.yearDay, Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / dayMs));
  set(tm.summer, 0);
}

function readDate(view: DataView, address: number): Date {
  const get = (offset: number) => view.getInt32(address + offset, true);
  const date = new Date(0);
  // Not Date.UTC, which takes the years below 100 for others.
  date.setUTCFullYear(get(tm.year) + firstYear, get(tm.month), get(tm.day));
  date.setUTCHours(get(tm.hours), get(tm.minutes), get(tm.seconds));
  return date;
}
