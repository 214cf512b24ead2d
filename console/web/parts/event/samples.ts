// Properties of events that somebody makes up to see a mail: what those of a shop commonly hold, to begin with.

type Fields = { [name: string]: never };

/** Nothing where nothing is written, "broken" for what is no object of JSON. */
export function readProperties(text: string): Fields | undefined | 'broken' {
  if (text.trim() === '') return undefined;
  try {
    const read: unknown = JSON.parse(text);
    const isObject = typeof read === 'object' && read !== null && !Array.isArray(read);
    return isObject ? (read as Fields) : 'broken';
  } catch {
    return 'broken';
  }
}

const products = [{ product_id: 'p-1', name: 'Fern', price: 24.9, quantity: 1 }];
const money = { value: 24.9, total: 24.9, currency: 'EUR' };

const samples: Readonly<Record<string, object>> = {
  'Checkout Started': { ...money, products, checkout_url: 'https://shop.example/checkout' },
  'Cart Updated': { ...money, products },
  'Product Added': { ...products[0], currency: 'EUR' },
  'Product Viewed': { ...products[0], currency: 'EUR' },
  'Order Completed': { order_id: '1042', ...money, products },
};

/** Names of events that there are samples of. */
export const sampled: readonly string[] = Object.keys(samples);

export const sampleOf = (event: string): string => JSON.stringify(samples[event] ?? {}, null, 2);
