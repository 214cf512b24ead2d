// Of some fields those that are there: what was not said is left out rather than kept as undefined.

type Present<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> } & {
  readonly [K in keyof T as undefined extends T[K] ? never : K]: T[K];
};

export const present = <T extends object>(fields: T): Present<T> =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Present<T>;
