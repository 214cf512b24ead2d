// SES's events as they reach the feedback queue: AWS's documented examples, about mails of ours.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { haveFixtures, recordings } from './fixtures.ts';

/** The four that a mail's life is made of are in the repository; the others lie with the recordings. */
const folders = [
  join(import.meta.dirname, '../fixtures/ses-eventbridge'),
  ...(haveFixtures ? [join(recordings, 'ses-eventbridge')] : []),
];

export const documentedEvents = [...new Set(folders.flatMap((folder) => readdirSync(folder)))].map(
  (file) => file.replace('.json', ''),
);

interface SesEvent {
  readonly detail: {
    readonly eventType: string;
    readonly mail: { readonly messageId: string; readonly tags?: object };
  };
}

/** What our mails carry, so that an event about one finds its way back. */
export interface Tags {
  readonly message: string;
  readonly contact: string;
  readonly campaign: string;
}

function documented(name: string): SesEvent {
  const folder = folders.find((one) => existsSync(join(one, `${name}.json`))) ?? '';
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
}

interface About {
  readonly tags: Tags;
  /** The part named after the event, or a piece of it. */
  readonly part?: object;
  readonly mail?: object;
}

/** What is not simply called like its event. */
const parts: Readonly<Record<string, string>> = {
  DeliveryDelay: 'deliveryDelay',
  RenderingFailure: 'failure',
};

/** The documented event, about our mail. */
export function sesEvent(name: string, { tags, part = {}, mail = {} }: About): object {
  const { detail, ...envelope } = documented(name);
  const key = parts[name] ?? name.toLowerCase();
  const known: Readonly<Record<string, unknown>> = { ...detail };
  const given = Object.entries(tags).map(([tag, value]) => [tag, [value]]);
  return {
    ...envelope,
    detail: {
      ...detail,
      ...(key in known && { [key]: { ...(known[key] as object), ...part } }),
      mail: {
        ...detail.mail,
        ...mail,
        tags: { ...detail.mail.tags, ...Object.fromEntries(given) },
      },
    },
  };
}
