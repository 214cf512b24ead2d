// What is made of people's keys and leaves us is salted with a secret of this deployment: whoever sees it and guesses an
// address must not be able to tell that it fits.
import { createHmac } from 'node:crypto';
import { Clash } from '../errors.ts';
import type { Hash, SettingsStore } from '../ports.ts';

export type Salted = Pick<SettingsStore, 'get' | 'ensureErasureSalt'>;

/** Made at set-up, or by whoever needs it first; it never changes. */
export async function saltOf(settings: Salted): Promise<string> {
  const known = (await settings.get()).erasureSalt;
  if (known !== undefined) return known;
  await settings.ensureErasureSalt().catch(unlessOvertaken);
  return saltOf(settings);
}

/** Somebody else has made it, or has changed another setting, at the same moment. */
function unlessOvertaken(error: unknown): void {
  if (!(error instanceof Clash)) throw error;
}

/** As ids of contacts are made of keys; apart from what an erasure keeps of the same key. */
export const keyHasher =
  (salt: string): Hash =>
  (key) =>
    createHmac('sha256', salt).update(`contact ${key}`).digest('base64url').slice(0, 22);

/** Asks for the salt once, and never again. */
export function createKeyHash(settings: Salted): () => Promise<Hash> {
  let kept: Promise<Hash> | undefined;
  return () => {
    kept ??= saltOf(settings).then(keyHasher);
    kept.catch(() => {
      kept = undefined;
    });
    return kept;
  };
}
