// What a decision needs and the world does not hold yet. Deciding is pure: whoever catches this fetches it and decides again.

export type Wanted =
  | { readonly kind: 'version'; readonly campaign: string; readonly version: number }
  | { readonly kind: 'segment'; readonly segment: string; readonly version: number }
  | { readonly kind: 'catalog' }
  | { readonly kind: 'stock'; readonly offer: string; readonly grant: string };

export class Missing extends Error {
  readonly wanted: readonly Wanted[];

  constructor(...wanted: readonly Wanted[]) {
    super(`Not loaded: ${wanted.map((one) => JSON.stringify(one)).join(', ')}`);
    this.name = 'Missing';
    this.wanted = wanted;
  }
}
