// Time zones by their IANA names. Whose zone counts, and what is done about a name that nobody knows.
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import type { Fields } from './event.ts';

/** "Europe/Warsaw", "UTC", "Etc/GMT+3". Offsets such as "+03:30" are no zones: they know no daylight saving. */
const shape = /^[A-Za-z][A-Za-z0-9._+-]*(?:\/[A-Za-z0-9._+-]+)*$/;

/** Whether the time-zone data of this runtime knows the name. */
export function isZone(name: string): boolean {
  if (!shape.test(name) || name.length > 100) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch (error) {
    // The one error that the standard has for an unknown name.
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** A zone in a document. */
export const zoneName = z
  .string()
  .refine(isZone, 'a time zone by its IANA name, such as "Europe/Warsaw"');

/** Traits that name a contact's zone: what was said of the person, then where the person was last seen. */
export const zoneTraits = ['timezone', 'last_timezone'] as const;

export interface ZoneOf {
  readonly zone: string;
  /** Why the workspace's zone stands in: the contact's own is not known. Absent when it has none at all. */
  readonly because?: string;
}

/** The zone in which a contact lives, as far as is known; else the workspace's. */
export function zoneOf(
  { traits }: { readonly traits: Fields },
  workspace: { readonly zone: string },
): ZoneOf {
  const told = zoneTraits.flatMap((name) => traits[name] ?? []);
  const known = told.find((value) => typeof value === 'string' && isZone(value));
  if (typeof known === 'string') return { zone: known };
  const [odd] = told;
  if (odd === undefined || odd === '') return { zone: workspace.zone };
  const shown = JSON.stringify(odd).slice(0, 60).toWellFormed();
  return { zone: workspace.zone, because: `unknown time zone ${shown}: ${workspace.zone} instead` };
}
