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

interface FoundZone {
  readonly zone: string;
  /** Why `fallback` stands in although a zone was named. Absent when none was. */
  readonly because?: string;
}

/** The zone in which a contact lives, as far as is known; else `fallback`, the workspace's. */
export function findZone(traits: Fields, fallback: string): FoundZone {
  const told = zoneTraits.flatMap((name) => traits[name] ?? []);
  const known = told.find((value) => typeof value === 'string' && isZone(value));
  if (typeof known === 'string') return { zone: known };
  const [odd] = told;
  if (odd === undefined || odd === '') return { zone: fallback };
  const shown = JSON.stringify(odd).slice(0, 60).toWellFormed();
  return { zone: fallback, because: `unknown time zone ${shown}, ${fallback} instead` };
}

export const zoneOf = (traits: Fields, fallback: string): string => findZone(traits, fallback).zone;
