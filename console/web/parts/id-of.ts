// An id for something new: read off its name, and with a few letters of its own where the name gives none, so that nothing
// that is there already is written over.
const plain = (name: string): string =>
  name
    .replaceAll(/[łŁ]/g, 'l')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40);

const letters = (): string => crypto.randomUUID().slice(0, 4);

/** "Bought twice" becomes "bought-twice-3fa9". */
export const idOf = (name: string, kind: string): string => `${plain(name) || kind}-${letters()}`;
