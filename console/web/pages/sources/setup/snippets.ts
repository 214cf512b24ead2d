// What is pasted where, with the address and the write key in it.
import type { TFunction } from 'i18next';
import { segmentSnippet } from './segment-snippet.ts';

interface Door {
  readonly host: string;
  readonly writeKey: string;
}

export interface Place {
  readonly id: string;
  readonly label: string;
  readonly about: string;
  readonly texts: readonly { readonly label: string; readonly text: string }[];
}

export const placesOf = (door: Door, t: TFunction): readonly Place[] => [
  {
    id: 'site',
    label: t('Website'),
    about: t('Into the head of every page. The library comes from here, and sends here.'),
    texts: [
      { label: t('Snippet'), text: segmentSnippet(door) },
      { label: t('Wherever something happens'), text: calls },
    ],
  },
  {
    id: 'form',
    label: t('HTML form'),
    about: t('Into a page, without any script. The box is the consent, its words the proof.'),
    texts: [{ label: t('Form'), text: form(door) }],
  },
  {
    id: 'node',
    label: t('Segment libraries'),
    about: t('Whatever speaks to Segment speaks to us: change the host and the key.'),
    texts: [
      { label: 'Node', text: node(door) },
      { label: t('Browser, from npm'), text: browser(door) },
    ],
  },
  {
    id: 'curl',
    label: 'curl',
    about: t('Any program that speaks HTTP. Try it in a terminal: it shows under Sources.'),
    texts: [
      { label: t('Something happened'), text: track(door) },
      { label: t('Who somebody is'), text: identify(door) },
    ],
  },
];

const calls = `analytics.track('Product Viewed', { product_id: 'p1', name: 'Green tea', price: 4.9 });
analytics.identify('u1', { email: 'nora@example.com', firstName: 'Nora' });`;

const form = ({
  host,
  writeKey,
}: Door): string => `<form action="${host}/f/${writeKey}/newsletter" method="post">
  <label>Email <input name="email" type="email" required></label>
  <label>First name <input name="first_name"></label>
  <label><input type="checkbox" name="consent" value="yes"> Send me the newsletter</label>
  <input type="hidden" name="consent_wording" value="Send me the newsletter">
  <input name="_gotcha" hidden>
  <button>Sign up</button>
</form>`;

const node = ({
  host,
  writeKey,
}: Door): string => `import { Analytics } from '@segment/analytics-node';

const analytics = new Analytics({ writeKey: '${writeKey}', host: '${host}' });
analytics.track({ userId: 'u1', event: 'Order Completed', properties: { order_id: 'o1', total: 42 } });`;

const browser = ({
  host,
  writeKey,
}: Door): string => `import { AnalyticsBrowser } from '@segment/analytics-next';

const analytics = AnalyticsBrowser.load({ writeKey: '${writeKey}', cdnURL: '${host}' });
analytics.page();`;

/** A first event, to be sent from a terminal. */
export const track = ({
  host,
  writeKey,
}: Door): string => `curl ${host}/v1/track -u ${writeKey}: -H 'content-type: application/json' \\
  -d '{"userId":"u1","event":"Product Viewed","properties":{"product_id":"p1"}}'`;

const identify = ({
  host,
  writeKey,
}: Door): string => `curl ${host}/v1/identify -u ${writeKey}: -H 'content-type: application/json' \\
  -d '{"userId":"u1","traits":{"email":"nora@example.com","firstName":"Nora"}}'`;
