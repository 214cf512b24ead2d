// Stable chance: the same person always draws the same number for the same purpose.

/** A number from 0 (inclusive) to 100 (exclusive), in steps of a hundredth, uniform over contacts. */
export function draw(hash: (text: string) => string, contact: string, purpose: string): number {
  const digits = hash(`draw/${purpose}/${contact}`).slice(0, 8);
  const number = [...digits].reduce((sum, one) => sum * 64 + alphabet.indexOf(one), 0);
  return Math.floor((number / 64 ** digits.length) * 10_000) / 100;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
