// Lives a life through the pure engine, as the edge would: forgotten causes are not applied again, and what is missing
// is fetched. In the end every campaign is live again, and time passes until nobody is inside any more.
import type { Happening } from '../../workflows/conditions/record.ts';
import type { Contact } from '../../workflows/model/contact.ts';
import type { SegmentVersion } from '../../workflows/model/segment.ts';
import type { Life } from './arbitrary-life.ts';
import type { Turn } from './arbitrary-turns.ts';
import { createPerson, type Person } from './live-person.ts';
import type { Hand } from './live-store.ts';
import { createLiveWorld, type LiveWorld } from './live-world.ts';

/** A moment at which nothing is due any more. */
export interface Rest {
  readonly now: number;
  readonly contact: Contact;
  readonly past: readonly Happening[];
  readonly segments: readonly { readonly version: SegmentVersion; readonly sinceEver: boolean }[];
}

export type Lived = ReturnType<typeof live>;

const day = 86_400_000;

export function live(life: Life, hand: Hand = (same) => same) {
  const world = createLiveWorld(life, hand);
  const person = createPerson(world, hand);
  const rests: Rest[] = [];
  const rest = () => {
    const { contact, past } = person.known();
    rests.push({ now: person.now(), contact, past, segments: world.segments() });
  };

  for (const turn of life.turns) take({ world, person }, turn);
  person.ring(person.now());
  rest();
  for (const [which, campaign] of world.campaigns.entries()) {
    world.turn(campaign, 'live');
    person.meet({ do: 'command', command: { do: 'resume', stale: 'send' }, which });
  }
  person.pass(60 * day, true);
  rest();
  person.ringOut();
  world.fetchAll();
  const { contact, decisions, circles } = person.known();
  const transitions = decisions.flatMap(({ after }) => after.transitions);
  return { contact, decisions, transitions, rests, circles, version: versionsOf(world) };
}

const versionsOf = (world: LiveWorld) => world.at(0).playbook.version;

interface Living {
  readonly world: LiveWorld;
  readonly person: Person;
}

function take({ world, person }: Living, turn: Turn): void {
  const campaignAt = (which: number) => world.campaigns[which % world.campaigns.length] ?? '';
  switch (turn.do) {
    case 'pass':
      person.pass(turn.time, turn.ring);
      break;
    case 'repeat':
      person.repeat(turn.which);
      break;
    case 'publish':
      world.publish(turn.which);
      person.review({ campaign: campaignAt(turn.which) });
      break;
    case 'segment':
      reviewed(person, world.publishSegment(turn.which));
      break;
    case 'state':
      world.turn(campaignAt(turn.which), turn.state);
      break;
    case 'workspace':
      world.rule(turn.rules);
      break;
    default:
      person.meet(turn);
  }
}

function reviewed(person: Person, segment: SegmentVersion | undefined): void {
  if (segment) person.review({ segment: segment.segment }, segment);
}
