// Whose first week it is: the hand that does it, and the people, places and things that are this hand's alone, so that two
// hands at one workspace never meet.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenConsole } from '../../support/console.ts';
import { type Hand, handOn, type Kind } from '../hands/hand.ts';

export interface Week {
  readonly hand: Hand;
  readonly opened: OpenConsole;
  readonly cast: Cast;
  /** The file of the people. */
  readonly file: string;
  /** Of the site that is connected first. */
  writeKey: string;
}

interface Cast {
  /** "mouse": in names of what is made. */
  readonly kind: Kind;
  readonly city: string;
  readonly first: string;
  readonly last: string;
  /** As people search: some of the last name, without its accents. */
  readonly search: string;
}

const casts: Readonly<Record<Kind, Cast>> = {
  mouse: { kind: 'mouse', city: 'Kraków', first: 'Ola', last: 'Wiśniewska', search: 'WISN' },
  keyboard: { kind: 'keyboard', city: 'Łódź', first: 'Ewa', last: 'Zielińska', search: 'zielin' },
};

/** So many that a half of them is held out is never all of them or none: once in half a million weeks. */
export const crowd = 20;

/** The first is the one who is looked at closely. */
export const addressOf = ({ kind }: Cast, person: number): string =>
  `${kind}-${person}@example.com`;

export async function beginWeek(opened: OpenConsole, kind: Kind, folder: string): Promise<Week> {
  const cast = casts[kind];
  const file = join(folder, `${kind}.csv`);
  writeFileSync(file, rowsOf(cast).join('\n'));
  const page = await opened.open('/');
  return { opened, cast, file, hand: handOn(page, kind), writeKey: '' };
}

function rowsOf(cast: Cast): string[] {
  const rows = [...Array(crowd).keys()].map((person) => {
    const name = person === 0 ? `${cast.first},${cast.last}` : `Friend,Number${person}`;
    return `${addressOf(cast, person)},${name},${cast.city},${person + 2}`;
  });
  return [
    'Email Address,First Name,Last Name,Home,Seats',
    ...rows,
    'not an address,No,Body,Here,1',
  ];
}

/** What people do on the site, once it is connected. */
export async function happens(week: Week, event: string, people: number): Promise<void> {
  const { runtime } = week.opened;
  const timestamp = new Date(runtime.clock.now()).toISOString();
  const batch = [...Array(people).keys()].map((person) => ({
    ...{ type: 'track', event, timestamp, messageId: `${event} ${week.cast.kind} ${person}` },
    ...{ userId: `${week.cast.kind}-${person}`, properties: { value: 20 } },
    context: { traits: { email: addressOf(week.cast, person) } },
  }));
  const answer = await fetch(`${runtime.url}/v1/batch`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${btoa(`${week.writeKey}:`)}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ batch }),
  });
  if (!answer.ok) throw new Error(`The door says ${answer.status}: ${await answer.text()}`);
  await runtime.forward.quiet();
}
