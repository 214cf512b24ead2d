// What the bench's contacts do, as calls of Segment's API: the size and shape that its own clients send.
import { randomUUID } from 'node:crypto';

export interface Call {
  readonly path: string;
  readonly body: string;
  /** The people of the events inside. */
  readonly people: readonly number[];
}

export const emailOf = (person: number): string => `user${person}@example.com`;

const perBatch = 25;

export const singles = (people: readonly number[]): Call[] =>
  people.map((person) => callOf('/v1/track', [person], supportCall(person)));

export const batches = (people: readonly number[]): Call[] =>
  batchesOf(people, (person) => ({ type: 'track', ...supportCall(person) }));

/** Makes people known, with an address to write to. */
export const introductions = (people: readonly number[]): Call[] => batchesOf(people, introduction);

function batchesOf(people: readonly number[], item: (person: number) => object): Call[] {
  const count = Math.ceil(people.length / perBatch);
  return Array.from({ length: count }, (_, at) => {
    const some = people.slice(at * perBatch, (at + 1) * perBatch);
    return callOf('/v1/batch', some, { batch: some.map(item), sentAt: new Date().toISOString() });
  });
}

const callOf = (path: string, people: readonly number[], body: object): Call => ({
  path,
  people,
  body: JSON.stringify(body),
});

const supportCall = (person: number) => ({
  ...common(person),
  event: 'Support Call Logged',
  properties: {
    topic: 'interest rate',
    product: 'credit card',
    duration_seconds: 340 + (person % 200),
    agent: `agent-${person % 40}`,
    resolved: person % 3 === 0,
  },
});

const introduction = (person: number) => ({
  type: 'identify',
  ...common(person),
  traits: {
    email: emailOf(person),
    first_name: `Robin${person}`,
    last_name: 'Ellison',
    company: `Company ${person % 500}`,
    plan: 'gold card',
    customer_since: '2021-04-18',
  },
});

const common = (person: number) => ({
  userId: `u-${person}`,
  messageId: `node-next-${Date.now()}-${randomUUID()}`,
  timestamp: new Date().toISOString(),
  context: { library: { name: '@segment/analytics-node', version: '3.1.0' } },
  integrations: {},
});
