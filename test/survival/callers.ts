// People who call support about an interest rate, and how a website tells of them: alone, in pairs, in
// batches. Every call has an id, so that it can be sent again.
export interface Person {
  readonly user: string;
  readonly email: string;
}

/** One request, and who enters a campaign by it. */
export interface Post {
  readonly path: string;
  readonly body: object;
  readonly enters: readonly Person[];
}

export const people = (count: number): Person[] =>
  Array.from({ length: count }, (_, n) => {
    const user = `caller-${String(n + 1).padStart(4, '0')}`;
    return { user, email: `${user}@example.com` };
  });

const perBatch = 20;

/** By twenties: most in one batch, every fifth twenty person by person in one request or in two. */
export function posts(all: readonly Person[]): Post[] {
  const twenties = Map.groupBy([...all.keys()], (n) => Math.floor(n / perBatch));
  return [...twenties].flatMap(([n, indexes]) => {
    const some = indexes.flatMap((index) => all[index] ?? []);
    if (n % 5 !== 2) return [batch(some)];
    return some.flatMap((person, index) => (index % 2 === 0 ? [batch([person])] : single(person)));
  });
}

const batch = (enters: readonly Person[]): Post => ({
  path: '/v1/batch',
  body: {
    batch: enters.flatMap((person) => [
      { type: 'identify', ...identify(person) },
      { type: 'track', ...track(person) },
    ]),
  },
  enters,
});

const single = (person: Person): Post[] => [
  { path: '/v1/identify', body: identify(person), enters: [] },
  { path: '/v1/track', body: track(person), enters: [person] },
];

const identify = ({ user, email }: Person) => ({
  userId: user,
  messageId: `identify-${user}`,
  traits: { email, firstName: 'Sara' },
});

// The address travels with the call: requests of their own may overtake each other.
const track = ({ user, email }: Person) => ({
  userId: user,
  messageId: `call-${user}`,
  event: 'Support Call Logged',
  properties: { topic: 'credit card interest rate' },
  context: { traits: { email } },
});
