// Ids for events whose sender gives none: the same content has the same id, so that a retry counts once.
import { hash } from 'node:crypto';

export const fingerprint = (...content: readonly string[]): string =>
  `evt_${hash('sha256', JSON.stringify(content), 'base64url').slice(0, 27)}`;

/**
 * Stands for the time in the fingerprint of a thing that carries none. Within a minute it is a
 * double click or a retry; later the same words are a new deed, such as subscribing again.
 */
export const minuteOf = (instant: number): string => String(Math.floor(instant / 60_000));
