// Whether two values of JSON say the same; the order of fields says nothing.

export function isDeepEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [mine, theirs] = [Object.entries(a), Object.keys(b)];
  return (
    mine.length === theirs.length &&
    mine.every(
      ([key, one]) =>
        Object.hasOwn(b, key) && isDeepEqual(one, (b as Record<string, unknown>)[key]),
    )
  );
}
