// Ids for what is new, read off its name: Latin letters keep their shape without marks.

/** "Trial, 2nd try" becomes "trial-2nd-try"; a name in another script gives none. */
const plain = (name: string, most: number): string =>
  name
    .replaceAll(/[łŁ]/g, 'l')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, most);

const letters = (): string => crypto.randomUUID().slice(0, 4);

/** "Bought twice" becomes "bought-twice-3fa9": nothing that is there already is written over. */
export const idOf = (name: string, kind: string): string =>
  `${plain(name, 40) || kind}-${letters()}`;

/** One to be looked at and changed by whoever gives the name: the kind while the name gives none. */
export const idFrom = (name: string, kind: string): string =>
  plain(name, 60) || (name.trim() === '' ? '' : kind);
