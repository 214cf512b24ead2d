// What order events tell of a contact: what it bought and owns, and which offers it has taken up.
import type { Event, Fields } from '../model/event.ts';
import { recordOwned } from '../model/owned.ts';
import { noPurchases, recordOrder } from '../model/purchases.ts';
import { mayRedeem, redeem } from '../offers/redeem.ts';
import { catalogOf } from './catalog.ts';
import { ask, change, type Draft, note, type World } from './draft.ts';

export const learnOrders = (world: World, draft: Draft, event: Event): Draft =>
  takeUp(world, remember(world, draft, event), event);

/** The rhythm of all customers is kept as it was at the order: what follows from it does not move by itself. */
function remember({ rhythm }: World, draft: Draft, event: Event): Draft {
  const { purchases = noPurchases, owned = {} } = draft.contact;
  const known = recordOrder(purchases, event);
  const has = recordOwned(owned, event);
  if (known === purchases && has === owned) return draft;
  return change(draft, {
    purchases: known === purchases || !rhythm ? known : { ...known, rhythm },
    owned: has,
  });
}

function takeUp(world: World, draft: Draft, event: Event): Draft {
  const { grants = [] } = draft.contact;
  if (!mayRedeem(grants, event)) return draft;
  const asked = (rule: Parameters<typeof ask>[2], properties: Fields) =>
    ask(world, draft, rule, { properties });
  const done = redeem(grants, event, { catalog: catalogOf(world), ask: asked });
  if (!done) return draft;
  const because = `"${event.name}" happened`;
  return note(
    change(draft, { grants: done.grants }),
    ...done.redeemed.map(({ id, offer, campaign, enrollment, value = '0' }) => {
      const whose = { campaign, enrollment, offer, grant: id };
      return { kind: 'redeemed', ...whose, value, because } as const;
    }),
  );
}
