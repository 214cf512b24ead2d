// The time as the server tells it: clocks of people's machines are wrong, and a runtime on one machine can be moved ahead.

let ahead = 0;

/** The header is precise to the second: what is less than a few away is the same time. */
const same = 5_000;

/** Hears the time in an answer. */
export function hearTime(response: Response): void {
  const away = Date.parse(response.headers.get('date') ?? '') - Date.now();
  if (!Number.isNaN(away)) ahead = Math.abs(away) < same ? 0 : away;
}

/** Milliseconds since 1970, in place of Date.now(). */
export const serverNow = (): number => Date.now() + ahead;
