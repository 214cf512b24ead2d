// A week of a small shop, told to a runtime through its own door: leads, orders, a cart, support calls, and one request that
// could not be read; what the team does meanwhile, and what readers do with their mails. Every page of the console has
// something to show of it.
import type { Runtime } from '../../infra/local/runtime.ts';
import { askOf } from './console.ts';
import { readMails } from './console-readers.ts';
import { teamDays } from './console-team.ts';

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
  ['مریم', 'رستمی', 'maryam@example.com', 'fa'],
  ['Tomasz', 'Zając', 'tomasz@example.com', 'pl'],
  ['Hanna', 'Virtanen', 'hanna@example.com', 'en'],
  ['Bilal', 'Chaudhry', 'bounce+bilal@simulator.amazonses.com', 'en'],
] as const;

type Call = Readonly<Record<string, unknown>>;

const identify = (user: number): Call => {
  const [first_name, last_name, email, language] = people[user] ?? people[0];
  const plan = user % 3 === 0 ? 'pro' : 'free';
  return {
    ...{ type: 'identify', userId: `u${user}`, messageId: `identify-${user}` },
    traits: { first_name, last_name, email, language, plan, customer_since: '2022-03-01' },
  };
};

const track = (user: number, event: string, properties: Call = {}): Call => ({
  ...{ type: 'track', userId: `u${user}`, event, properties },
});

const order = (user: number, product_id: string, price: number, more: Call = {}): Call =>
  track(user, 'Order Completed', {
    ...{ order_id: `A-${1000 + user}`, total: price, revenue: price, currency: 'EUR', ...more },
    products: [{ product_id, price, quantity: 1 }],
  });

const pricing = (...users: readonly number[]): Call[] =>
  users.map((user) => track(user, 'Pricing Viewed'));

/** What happens on each day. */
const week: readonly (readonly Call[])[] = [
  people.map((_, user) => identify(user)),
  [
    ...[order(0, 'fibre', 34.9), order(2, 'mobile-m', 19.9), order(4, 'home-basic', 7.5)],
    ...pricing(5, 10, 11, 14),
    track(13, 'Checkout Started', { products: [{ product_id: 'mobile-s', name: 'Mobile S' }] }),
  ],
  [
    ...[track(3, 'Support Call Logged', { topic: 'interest rate too high' })],
    ...[...pricing(5, 10, 11, 14), ...pricing(5, 10, 11), order(13, 'mobile-s', 9.9)],
  ],
  [track(6, 'Demo Booked'), ...pricing(14), track(5, 'Demo Requested')],
  [
    ...[track(3, 'Retention Offer Accepted'), order(8, 'home-plus', 12.5)],
    track(7, 'Support Call Logged', { topic: 'credit card interest rate' }),
  ],
  [
    ...[order(0, 'mesh-router', 80.1, { order_id: 'A-1016', coupon: 'GOESWITH10' })],
    track(9, 'Demo Booked'),
  ],
  [{ type: 'track', userId: 'u1' }],
];

/** Tells the week, a day after the other, up to what has just come in. */
export async function tellWeek(runtime: Runtime): Promise<void> {
  const ask = askOf(runtime);
  for (const [at, batch] of week.entries()) {
    await teamDays[at]?.(ask, runtime.clock.now());
    await happen(runtime, at, batch);
    if (at === 0) await signUp(runtime);
    if (at === week.length - 1) return;
    await runtime.forward.advanceTo(runtime.clock.now() + day);
    await readMails(runtime);
  }
}

async function happen(
  { url, writeKey, clock, forward }: Runtime,
  at: number,
  calls: readonly Call[],
): Promise<void> {
  const timestamp = new Date(clock.now()).toISOString();
  const batch = calls.map((call, place) => ({ timestamp, messageId: `${at}-${place}`, ...call }));
  await fetch(`${url}/v1/batch`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${btoa(`${writeKey}:`)}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ batch }),
  });
  await forward.quiet();
}

/** All but a few ask for the newsletter, by a form. */
async function signUp({ url, writeKey, forward }: Runtime): Promise<void> {
  for (const [first_name, , email] of people.filter((_, user) => user % 5 !== 3)) {
    const body = new URLSearchParams({ first_name, email, consent: 'yes' });
    await fetch(`${url}/f/${writeKey}`, { method: 'POST', body });
  }
  await forward.quiet();
}
