// A week of a small shop, told to a runtime through its own door: leads, orders, a cart, support calls, and one request that
// could not be read. What the console shows of it is the same in every run.
import type { Runtime } from '../../infra/local/runtime.ts';

const day = 86_400_000;

const people = [
  ['Nora', 'Lindqvist', 'nora@example.com', 'en'],
  ['Sara', 'Karimi', 'sara@example.com', 'fa'],
  ['Piotr', 'Żółkiewski', 'piotr@example.com', 'pl'],
  ['سارا', 'محمدی', 'sara.m@example.com', 'fa'],
  ['Łucja', 'Dąbrowska', 'lucja@example.com', 'pl'],
  ['Ada', 'Okafor', 'ada@example.com', 'en'],
  ['Mateo', 'Rossi', 'mateo@example.com', 'en'],
  ['Yuki', 'Tanaka', 'yuki@example.com', 'en'],
  ['رضا', 'احمدی', 'reza@example.com', 'fa'],
  ['Zofia', 'Nowak', 'zofia@example.com', 'pl'],
  ['Omar', 'Haddad', 'omar@example.com', 'en'],
  ['Ines', 'Moreau', 'ines@example.com', 'en'],
] as const;

type Call = Readonly<Record<string, unknown>>;

const identify = (user: number): Call => {
  const [first_name, last_name, email, language] = people[user] ?? people[0];
  return {
    ...{ type: 'identify', userId: `u${user}`, messageId: `identify-${user}` },
    traits: { first_name, last_name, email, language, plan: user % 3 === 0 ? 'pro' : 'free' },
  };
};

const track = (user: number, event: string, properties: Call = {}): Call => ({
  ...{ type: 'track', userId: `u${user}`, messageId: `${event}-${user}`, event, properties },
});

const order = (user: number, total: number): Call =>
  track(user, 'Order Completed', {
    ...{ order_id: `A-${1000 + user}`, total, currency: 'EUR' },
    products: [{ product_id: 'espresso-machine', name: 'Espresso machine', price: total }],
  });

/** What happens on each day. */
const week: readonly (readonly Call[])[] = [
  people.map((_, user) => identify(user)),
  [order(0, 129), order(2, 89), track(1, 'Product Viewed', { product_id: 'grinder' })],
  [track(3, 'Support Call Logged', { topic: 'credit card interest rate' }), order(4, 240)],
  [track(5, 'Pricing Page Viewed'), track(5, 'Demo Requested'), order(6, 59)],
  [track(7, 'Support Call Logged', { topic: 'interest rate too high' }), order(8, 35)],
  [order(9, 410), { type: 'track', userId: 'u1' }],
];

/** Tells the week, a day after the other, up to its last evening. */
export async function tellWeek(runtime: Runtime): Promise<void> {
  const authorization = `Basic ${btoa(`${runtime.writeKey}:`)}`;
  for (const batch of week) {
    const timestamp = new Date(runtime.clock.now()).toISOString();
    await fetch(`${runtime.url}/v1/batch`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ batch: batch.map((call) => ({ timestamp, ...call })) }),
    });
    await runtime.forward.quiet();
    if (batch === week[0]) await signUp(runtime);
    await runtime.forward.advanceTo(runtime.clock.now() + day);
  }
}

/** Half of them ask for the newsletter, by a form. */
async function signUp({ url, writeKey, forward }: Runtime): Promise<void> {
  for (const [first_name, , email] of people.slice(0, 6)) {
    const body = new URLSearchParams({ first_name, email, consent: 'yes' });
    await fetch(`${url}/f/${writeKey}`, { method: 'POST', body });
  }
  await forward.quiet();
}
