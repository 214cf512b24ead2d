// A step that acts: changes the contact, keeps something in the enrollment, and orders things from the world.

import { type Order, type OrderDraft, type Origin, placed } from '../model/order.ts';
import { withGrant } from '../offers/grants.ts';
import type { Outcome } from '../steps/step.ts';
import { applyChanges } from './apply-changes.ts';
import { change, type Draft, note } from './draft.ts';
import { keepWith } from './keeps.ts';
import { inside, type Walker } from './moment.ts';
import type { Node } from './program.ts';

interface Acted {
  readonly node: Node;
  readonly outcome: Extract<Outcome, { do: 'act' }>;
}

export function act(walker: Walker, draft: Draft, { node, outcome }: Acted): Draft {
  const { world, enrollment } = walker;
  const { changes, orders = [], keeps, grant, because } = outcome;
  const changed = changes ? applyChanges(world, draft, changes) : draft;
  const kept = keeps ? keepWith(changed, enrollment, keeps) : changed;
  const granted = grant
    ? change(kept, { grants: withGrant(kept.contact.grants ?? [], grant) })
    : kept;
  const origin: Origin = {
    contact: draft.contact.id,
    ...inside(walker),
    step: node.id,
    at: world.now,
    hops: (enrollment.hops ?? 0) + 1,
  };
  const ordered = orders.map((order, number) => placed(order, { origin, number }, world.hash));
  const noted = note(granted, {
    kind: 'acted',
    ...inside(walker),
    step: node.id,
    because,
    ...(grant && { grant: grant.id }),
    ...(ordered.length > 0 && { orders: ordered.map(({ id }) => id) }),
  });
  return {
    ...noted,
    orders: [...noted.orders, ...ordered.filter(isOuter)],
    inner: [...noted.inner, ...ordered.filter(isInner)],
  };
}

type Placed = ReturnType<typeof placed<OrderDraft>>;

const isInner = (order: Placed): order is Extract<Placed, { kind: 'enroll' | 'leave' }> =>
  order.kind === 'enroll' || order.kind === 'leave';

const isOuter = (order: Placed): order is Order & Placed => !isInner(order);
