// An id proposed from a name: Latin letters keep their shape without marks, and what has none becomes a word of its own.

/** "Trial, 2nd try" becomes "trial-2nd-try"; a name in another script becomes "campaign" until somebody writes one. */
export function idFrom(name: string): string {
  const plain = name
    .replaceAll(/[łŁ]/g, 'l')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
  return plain === '' && name.trim() !== '' ? 'campaign' : plain;
}
