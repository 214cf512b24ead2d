// What the clocks show where somebody lives, by the platform's own calendar and not by the engine's.

interface Shown {
  /** "09:05". */
  readonly time: string;
  /** "monday". */
  readonly today: string;
  readonly yesterday: string;
}

const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const known = new Map<string, Intl.DateTimeFormat>();

/** `fallback` where nobody knows the zone. */
export function localClock(at: number, zone: unknown, fallback: string): Shown {
  const format = formatOf(zone) ?? formatOf(fallback);
  const parts = new Map(format?.formatToParts(at).map(({ type, value }) => [type, value]));
  const today = (parts.get('weekday') ?? '').toLowerCase();
  const yesterday = days[(days.indexOf(today) + 6) % 7] ?? '';
  return { time: `${parts.get('hour')}:${parts.get('minute')}`, today, yesterday };
}

function formatOf(zone: unknown): Intl.DateTimeFormat | undefined {
  if (typeof zone !== 'string' || zone.startsWith('Mars')) return undefined;
  const format =
    known.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      weekday: 'long',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  known.set(zone, format);
  return format;
}
