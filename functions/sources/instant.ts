// Times as senders write them. What cannot be read is not guessed.

const iso = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|[+-]\d\d:?\d\d)?)?$/i;

/** ISO 8601, with UTC where no zone is given; or the epoch in seconds or milliseconds. Answers in milliseconds. */
export function readInstant(value: unknown): number | undefined {
  if (typeof value === 'number') return epoch(value);
  if (typeof value !== 'string') return undefined;
  if (/^\d{10}(\d{3})?$/.test(value)) return epoch(Number(value));
  const [, date, time = '00:00', zone = 'Z'] = iso.exec(value) ?? [];
  const instant = date ? Date.parse(`${date}T${time}${withColon(zone)}`) : Number.NaN;
  return Number.isNaN(instant) ? undefined : instant;
}

function epoch(value: number): number | undefined {
  const instant = Math.round(value < 1e11 ? value * 1000 : value);
  return Math.abs(instant) <= 8.64e15 ? instant : undefined;
}

const withColon = (zone: string) => zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2');
