// A small catalog made for one test, from documents as the API takes them.
import { readPrograms } from '../../infra/programs.ts';
import type { Catalog, Companion } from '../../workflows/model/catalog.ts';
import { type Offer, offer } from '../../workflows/model/offer.ts';
import { type Product, product } from '../../workflows/model/product.ts';

type Given<T> = Partial<T> & { readonly id: string };

export interface Listed {
  readonly products?: readonly Given<Product>[];
  /** Of kind product, unless they say otherwise. */
  readonly offers?: readonly (Omit<Given<Offer>, 'expires'> & { readonly expires?: object })[];
  readonly companions?: Readonly<Record<string, readonly Companion[]>>;
}

export function catalogWith({ products = [], offers = [], companions = {} }: Listed): Catalog {
  const listed = products.map((one) => product.parse({ name: one.id, ...one }));
  const made = offers.map((one) => offer.parse({ name: one.id, kind: 'product', ...one }));
  return {
    products: new Map(listed.map((one) => [one.id, one])),
    offers: new Map(made.map((one) => [one.id, one])),
    companions: new Map(Object.entries(companions)),
  };
}

/** The catalogs of the shipped programs, as the workspace would have them. */
export function shippedCatalog(...programs: readonly string[]): Catalog {
  const read = readPrograms().filter(({ name }) => programs.includes(name));
  return catalogWith({
    products: read.flatMap(({ catalog }) => catalog.products as readonly Product[]),
    offers: read.flatMap(({ catalog }) =>
      catalog.offers.map(({ id, body }) => ({ ...(body as object), id })),
    ),
  });
}
