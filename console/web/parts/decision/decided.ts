// What was decided, as the API tells it: which fields there are depends on its kind.

export interface Decided {
  readonly kind: string;
  readonly [name: string]: unknown;
}

/** Empty where there is no text and no number of that name. */
export const textIn = (fields: Readonly<Record<string, unknown>>, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};
