// What is written of a product or an offer: what is left empty is left out.

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

export const filled = <T extends object>(draft: T): T =>
  Object.fromEntries(
    Object.entries(draft)
      .map(([key, value]) => [key, typeof value === 'string' ? value.trim() : value] as const)
      .filter(([, value]) => !isEmpty(value)),
  ) as T;
