// Two who change the same settings: what one changed is put on top of what the other saved meanwhile, field by field.

/** `mine` came from `base`; `theirs` is what is there now. What I have left as it was is as they have it. */
export function rebase<T extends object>(base: T, mine: T, theirs: T): T {
  const names = new Set([...Object.keys(mine), ...Object.keys(theirs)]) as Set<keyof T>;
  const merged = [...names].flatMap((name) => {
    const value = isSame(base[name], mine[name]) ? theirs[name] : mine[name];
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(merged) as T;
}

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
