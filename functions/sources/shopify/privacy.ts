// What Shopify asks by law of the data of customers. The topic comes in a header that the signature does not cover: each
// body bears out its own topic and no other, so that none can be turned into an erasure.
import { Refused } from '../../errors.ts';
import { readAddress } from '../address.ts';
import { fingerprint } from '../fingerprint.ts';
import { type Foreign, record, text } from '../hook/foreign.ts';
import type { SubjectRequest } from '../source.ts';
import { idOf } from './customer.ts';

type PrivacyTopic = 'customers/data_request' | 'customers/redact' | 'shop/redact';

interface Asked {
  /** Nobody's customers are erased at a webhook's word alone: a whole shop is left to a person. */
  readonly ask: SubjectRequest['ask'] | undefined;
  readonly isBorneOut: (body: Foreign) => boolean;
}

const asked: Readonly<Record<PrivacyTopic, Asked>> = {
  'customers/data_request': {
    ask: 'disclose',
    isBorneOut: (body) => text(record(body.data_request).id) !== undefined,
  },
  'customers/redact': {
    ask: 'erase',
    isBorneOut: (body) => Array.isArray(body.orders_to_redact),
  },
  'shop/redact': {
    ask: undefined,
    isBorneOut: (body) => Object.keys(body).sort().join() === 'shop_domain,shop_id',
  },
};

export const isPrivacyTopic = (topic = ''): topic is PrivacyTopic => Object.hasOwn(asked, topic);

interface Told {
  readonly topic: PrivacyTopic;
  readonly body: Foreign;
  readonly raw: string;
  readonly source: string;
}

/** Throws Refused where the body does not bear out the topic, or names nobody. */
export function requestOf({ topic, body, raw, source }: Told): SubjectRequest {
  const { ask, isBorneOut } = asked[topic];
  if (!isBorneOut(body)) throw new Refused(400, `The body does not bear out "${topic}".`);
  if (!ask) throw new Refused(409, wholeShop);
  const of = customerOf(record(body.customer), source);
  return { id: fingerprint(source, topic, raw), ask, of, raw };
}

const wholeShop =
  'The app was uninstalled, and Shopify asks that all customers of the shop be erased within 30 days: a person decides whom';

function customerOf(customer: Foreign, source: string): SubjectRequest['of'] {
  const [email, id] = [readAddress(customer.email), idOf(customer)];
  if (email === undefined && id === undefined)
    throw new Refused(400, 'It names nobody: no email address and no customer.');
  return { ...(email && { email }), ...(id && { anonymous: `${source}/${id}` }) };
}
