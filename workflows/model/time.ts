// Instants and durations. Both are plain milliseconds, so that time is always a value someone passed in.
import * as z from 'zod';

/** Milliseconds since the Unix epoch, UTC. */
export type Instant = number;

/** Whole milliseconds. A day is exactly 24 hours. */
export type Milliseconds = number;

const unit: Readonly<Record<string, Milliseconds>> = {
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
};

const words = /^(\d+(?:\.\d+)?) ?(second|minute|hour|day|week)s?$/;
const iso = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** Reads "3 days" or ISO 8601 "P3DT12H"; undefined when it is neither, or is empty. */
export function parseDuration(text: string): Milliseconds | undefined {
  const spoken = words.exec(text);
  if (spoken) return Math.round(Number(spoken[1]) * (unit[spoken[2] ?? ''] ?? 0));
  const parts = iso.exec(text)?.slice(1);
  if (!parts?.some((part) => part !== undefined)) return undefined;
  return ['week', 'day', 'hour', 'minute', 'second'].reduce(
    (sum, name, index) => sum + Number(parts[index] ?? 0) * (unit[name] ?? 0),
    0,
  );
}

/** The same for text that a schema has already accepted. Throws when it has not. */
export function duration(text: string): Milliseconds {
  const parsed = parseDuration(text);
  if (parsed === undefined) throw new Error(`Not a duration: ${text}`);
  return parsed;
}

/** Ten years. What is due must be a date that every part of the system can write down. */
export const longest: Milliseconds = 3_660 * 86_400_000;

/** A duration in a document. */
export const durationText = z
  .string()
  .refine((text) => {
    const parsed = parseDuration(text) ?? 0;
    return parsed > 0 && parsed <= longest;
  }, 'a duration such as "3 days" or "P3D", of at most ten years')
  .meta({ format: 'time-span', examples: ['3 days', '4 hours'] });
