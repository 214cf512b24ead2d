// Chooses one offer for one contact: the first candidate that nothing speaks against, with every reason kept.

import type { Condition } from '../conditions/condition.ts';
import type { Answer } from '../conditions/subject.ts';
import type { Grant, Offer } from '../model/offer.ts';
import { lastBought } from '../model/owned.ts';
import type { Instant } from '../model/time.ts';
import { type Asked, type Candidate, candidates, type Rejected } from './candidates.ts';
import { dateOf, endOf, refuseAgain } from './grants.ts';

export interface Chooser extends Asked {
  readonly grants: readonly Grant[];
  readonly now: Instant;
  readonly ask: (rule: Condition) => Pick<Answer, 'held' | 'because'>;
  /** Takes one of a limited number; false when there is none left. Throws Missing when it is not known. */
  readonly take: (offer: Offer) => boolean;
}

export interface Choice {
  readonly chosen?: Candidate;
  /** Everything else that was considered, and why it was not chosen. */
  readonly rejected: readonly Rejected[];
}

export function choose(chooser: Chooser): Choice {
  const found = candidates(chooser);
  const judged = found.candidates.map((candidate) => ({
    candidate,
    because: refuse(chooser, candidate),
  }));
  const eligible = judged
    .filter(({ because }) => because === undefined)
    .map(({ candidate }) => candidate);
  const at = eligible.findIndex(({ offer }) => chooser.take(offer));
  const chosen = eligible[at];
  const left = eligible.flatMap((one, place) => (place === at ? [] : [passOver(one, place, at)]));
  return {
    ...(chosen && { chosen }),
    rejected: [
      ...found.rejected,
      ...judged.flatMap(({ candidate, because }) =>
        because === undefined ? [] : [reject(candidate, because)],
      ),
      // Of the chosen offer, other products that fit as well are no news.
      ...left.filter(({ offer, because }) => offer !== chosen?.offer.id || because !== after),
    ],
  };
}

const after = 'comes after it';

const passOver = (candidate: Candidate, place: number, chosen: number): Rejected =>
  reject(candidate, chosen >= 0 && place > chosen ? after : 'none is left');

const reject = ({ offer, product }: Candidate, because: string): Rejected => ({
  offer: offer.id,
  ...(product === undefined ? {} : { product }),
  because,
});

/** The cheapest questions first. */
function refuse(chooser: Chooser, candidate: Candidate): string | undefined {
  return (
    refuseOffer(chooser, candidate) ??
    refuseProduct(chooser, candidate) ??
    refuseContact(chooser, candidate)
  );
}

function refuseOffer({ now }: Chooser, { offer }: Candidate): string | undefined {
  if (!offer.active) return 'is not active';
  const end = endOf(offer, now);
  return end <= now ? `ended on ${dateOf(end)}` : undefined;
}

function refuseProduct(chooser: Chooser, { offer, product }: Candidate): string | undefined {
  if (product === undefined) return undefined;
  const listed = chooser.catalog.products.get(product);
  if (!listed) return `${product} is not in the catalog`;
  if (!listed.active) return `${listed.name} is not sold now`;
  const since = lastBought(chooser.owned, product);
  return since === undefined || isForBuyers(chooser, offer)
    ? undefined
    : `they have ${listed.name} since ${dateOf(since)}`;
}

/** A discount may be on what somebody buys again and again, when the marketer asks for no complement. */
const isForBuyers = ({ strategy }: Chooser, { kind }: Offer): boolean =>
  strategy === 'first_eligible' && (kind === 'discount' || kind === 'free_shipping');

function refuseContact(chooser: Chooser, { offer }: Candidate): string | undefined {
  const again = refuseAgain(offer, chooser.grants, chooser.now);
  if (again !== undefined || offer.eligibility === undefined) return again;
  const { held, because } = chooser.ask(offer.eligibility);
  return held ? undefined : `not eligible: ${because}`;
}
