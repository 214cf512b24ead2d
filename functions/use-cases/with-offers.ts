// A book that also knows the catalog and the stock of limited offers. Both are read only when a decision asks.
import { Missing } from '../../workflows/engine/missing.ts';
import type { Catalog } from '../../workflows/model/catalog.ts';
import type { StockAnswer } from '../../workflows/model/offer.ts';
import type { Catalogs, Stock } from '../offer-ports.ts';
import type { Books } from '../ports.ts';

interface OfferPorts {
  readonly catalog: Catalogs;
  readonly stock: Stock;
}

export function withOffers(books: Books, ports: OfferPorts): Books {
  let catalog: Catalog | undefined;
  const answers = new Map<string, StockAnswer>();

  const claim = async ({ offer, grant }: { readonly offer: string; readonly grant: string }) => {
    catalog ??= await ports.catalog.read();
    const most = catalog.offers.get(offer)?.stock ?? 0;
    answers.set(grant, await ports.stock.claim({ offer, grant, most }));
  };

  return {
    ...books,
    open: async () => {
      // Whatever is asked from here on is asked anew.
      catalog = undefined;
      answers.clear();
      const [book, rhythm] = await Promise.all([books.open(), ports.catalog.rhythm()]);
      return {
        ...book,
        ...(rhythm && { rhythm }),
        catalog: () => {
          if (!catalog) throw new Missing({ kind: 'catalog' });
          return catalog;
        },
        stock: (offer, grant) => {
          const answer = answers.get(grant);
          if (!answer) throw new Missing({ kind: 'stock', offer, grant });
          return answer;
        },
      };
    },
    fetch: async (wanted) => {
      if (wanted.some(({ kind }) => kind === 'catalog')) catalog ??= await ports.catalog.read();
      const grants = wanted.flatMap((one) => (one.kind === 'stock' ? [one] : []));
      await Promise.all([books.fetch(wanted), ...grants.map(claim)]);
    },
  };
}
