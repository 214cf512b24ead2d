// The secrets of a webhook source: several at a time while one takes over from another.
// Refuses what is too short to be one.
import { randomBytes } from 'node:crypto';
import { Refused } from '../../errors.ts';
import type { HookSecret } from '../../source-ports.ts';
import { type Scheme, schemes } from './schemes.ts';

const leastBytes = 16;
const most = 5;

export const validSecrets = (secrets: readonly HookSecret[], now: number): string[] =>
  secrets
    .filter(({ retiresAt }) => retiresAt === undefined || retiresAt > now)
    .map(({ secret }) => secret);

/** A new one in the form that senders of the scheme expect. */
export const makeSecret = (scheme: Scheme): string =>
  scheme === 'standard-webhooks'
    ? `whsec_${randomBytes(32).toString('base64')}`
    : randomBytes(32).toString('base64url');

/** The secrets with one more; those that have retired are gone. Refuses a sixth, one twice, and one that anybody could guess. */
export function withSecret(
  secrets: readonly HookSecret[],
  added: HookSecret,
  scheme: Scheme,
): HookSecret[] {
  const key = schemes[scheme]?.key(added.secret) ?? Buffer.from(added.secret);
  if (key.length < leastBytes)
    throw new Refused(422, `A secret has at least ${leastBytes} bytes`, { at: 'secret' });
  const kept = secrets.filter(({ retiresAt = Infinity }) => retiresAt > added.addedAt);
  if (kept.some(({ secret }) => secret === added.secret))
    throw new Refused(409, 'The source has this secret already', { at: 'secret' });
  if (kept.length >= most) throw new Refused(409, `A source has at most ${most} secrets`);
  return [...kept, added];
}
