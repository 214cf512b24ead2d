// To whom a shipped mail could go, and what it would tell of, in the language of the reader.
import type { RenderData } from '../../functions/channels/email/render.ts';
import type { Json } from '../../workflows/model/event.ts';

interface Sample {
  readonly firstName: string;
  readonly organization: { readonly name: string; readonly address: string };
  readonly chosen: string;
  readonly offer: { readonly name: string; readonly description: string };
  readonly product: { readonly name: string; readonly description: string };
}

const english: Sample = {
  firstName: 'Nora',
  organization: { name: 'Larkspur & Sons', address: '14 Mill Lane, Leeds' },
  chosen: 'Tea tin, cedar green',
  offer: { name: '10% off what goes with it', description: 'On one order, whenever it suits you.' },
  product: { name: 'Cedar tea tray', description: 'Holds two cups and the pot.' },
};

const samples: Readonly<Record<string, Sample>> = {
  pl: {
    firstName: 'Zofia',
    organization: { name: 'Ostróżka i Synowie', address: 'ul. Młyńska 14, 61-729 Poznań' },
    chosen: 'Puszka na herbatę, zieleń cedru',
    offer: {
      name: '10% taniej na to, co pasuje',
      description: 'Na jedno zamówienie, kiedy zechcesz.',
    },
    product: { name: 'Cedrowa taca do herbaty', description: 'Mieści dwie filiżanki i dzbanek.' },
  },
  fa: {
    firstName: 'سارا',
    organization: { name: 'زبان‌درقفا و پسران', address: 'شیراز، خیابان آسیاب، پلاک ۱۴' },
    chosen: 'قوطی چای، سبز سدری',
    offer: { name: '۱۰٪ تخفیف برای همراهش', description: 'برای یک سفارش، هر وقت که خواستید.' },
    product: { name: 'سینی چای چوب سدر', description: 'دو فنجان و قوری در آن جا می‌گیرد.' },
  },
};

/** Everything that a mail could show, of somebody who is well known, except what depends on its kind. */
export function sampleIn(language: string) {
  const { firstName, organization, chosen, offer, product } = samples[language] ?? english;
  const products: Json[] = [{ name: chosen, quantity: 2 }, { sku: 'no-name' }];
  return {
    person: { first_name: firstName },
    event: {
      topic: 'credit_card_interest_rate',
      request: 'erasure',
      days_silent: 45,
      products,
      checkout_url: 'https://shop.example.com/checkout/7',
    },
    campaign: { id: 'cmp_1', name: 'Retention' },
    organization: {
      ...organization,
      website: 'https://shop.example.com/',
      reply_to: 'hello@shop.example.com',
    },
    language,
    offer: {
      ...{ id: 'goes-with-it', kind: 'discount', value: '0', code: 'GARDEN10', ...offer },
      until: '2026-02-01T09:00:00.000Z',
      product: {
        ...{ id: 'tray', price: '38.00', currency: 'EUR', ...product },
        url: 'https://shop.example.com/tray',
      },
    },
  } satisfies RenderData;
}
