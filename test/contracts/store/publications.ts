// What is published: whole or not at all, under a number of its own, and known by what went live.
import { beforeEach, describe, expect, it } from 'vitest';
import { createBookKeeping } from '../../../functions/adapters/book-keeping.ts';
import { createBooks } from '../../../functions/adapters/books.ts';
import { createDrafts } from '../../../functions/adapters/drafts.ts';
import { createEventNames } from '../../../functions/adapters/event-names.ts';
import { createPublications } from '../../../functions/adapters/publications.ts';
import { createSegmentPublications } from '../../../functions/adapters/segment-publications.ts';
import type { Draft, Release, Source } from '../../../functions/book-ports.ts';
import { Clash, Refused } from '../../../functions/errors.ts';
import { campaignDocument } from '../../../workflows/model/campaign.ts';
import { segmentDocument } from '../../../workflows/model/segment.ts';
import { asking } from '../../support/asking.ts';
import { named } from '../../support/book.ts';
import { counting } from '../../support/counted-client.ts';
import { monday, noise, numbered, type OpenStore, type Store } from './open.ts';

const release: Release & { source: Source } = {
  ...{ by: 'ann', at: monday, check: () => undefined },
  source: { campaign: { name: 'Welcome' }, templates: {} },
};
const performed = { op: 'performed', event: 'Visited', count: { at_least: 3 } };
const draft = (audience?: object) => ({
  campaign: 'welcome',
  document: campaignDocument.parse({
    ...{ name: 'Welcome', trigger: { event: 'Signed Up' }, steps: [{ send: 'hello' }] },
    ...(audience && { audience }),
  }),
  kinds: { hello: 'marketing' as const },
  reads: [],
});
const hello = {
  ...{ name: 'hello', subject: 'Hi', kind: 'marketing' as const },
  ...{ html: '<p>Hi</p>', text: 'Hi', event: [] },
};
const vip = segmentDocument.parse({ name: 'VIP', condition: { op: 'everyone' } });

export function publicationsContract(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  const campaigns = (client = store.client) => createPublications(client, store.core);
  const segments = () => createSegmentPublications(store.client, store.core);
  const book = () => createBookKeeping(store.client, store.core);
  const publish = (publications = campaigns(), audience?: object) =>
    publications.publish(draft(audience), [hello], release);
  const numbers = async () => (await campaigns().versions('welcome')).map(({ version }) => version);

  describe('a publication', () => {
    it.each([1, 2, 3, 4, 5, 6, 7, 8])(
      'is whole when its publisher dies before call %i',
      async (n) => {
        await publish();
        const dying = campaigns(counting(store.client, (call) => call === n).client);
        await expect(publish(dying)).rejects.toThrow('died');
        const live = named(await book().read());
        const { version } = await publish();
        // Before its stamp nothing of it is live; after it, everything is.
        expect(live).toEqual(n < 8 ? ['welcome@1'] : ['welcome@2']);
        expect(await numbers()).toEqual(n < 8 ? [version, 1] : [version, 2, 1]);
      },
    );

    it('keeps what the marketer wrote, and who published it when', async () => {
      await publish();
      expect(await campaigns().source('welcome', 1)).toEqual(release.source);
      expect(await campaigns().source('welcome', 2)).toBeUndefined();
      expect(await campaigns().versions('welcome')).toEqual([
        { version: 1, by: 'ann', at: monday },
      ]);
    });

    it('is judged beside what is live at that very moment', async () => {
      const refusing = {
        ...release,
        check: () => {
          throw new Refused(422, 'not so');
        },
      };
      await expect(campaigns().publish(draft(), [hello], refusing)).rejects.toThrow('not so');
      expect(named(await book().read())).toEqual([]);
    });

    it('remembers what people inside the version before still need', async () => {
      await publish(campaigns(), performed);
      await publish();
      const watches = await asking(createBooks(store.client, store.core), ({ playbook }) =>
        playbook.watches('event:Visited'),
      );
      expect(watches).toMatchObject([{ event: 'Visited' }]);
    });

    it('goes on counting after its campaign was deleted', async () => {
      for (let count = 0; count < 3; count += 1) await publish();
      const gone = { change: { drop: 'campaign', id: 'welcome' }, by: 'ann', at: 0 } as const;
      await book().change(() => gone);
      expect((await publish()).version).toBe(4);
    });
  });

  describe('a segment', () => {
    it('is live in its newest version', async () => {
      for (const name of ['VIP', 'Very important'])
        await segments().publish('vip', { ...vip, name }, release);
      const books = createBooks(store.client, store.core);
      const found = await asking(books, ({ playbook }) => playbook.segment('vip'));
      expect(found).toEqual({
        segment: 'vip',
        version: 2,
        document: { ...vip, name: 'Very important' },
      });
      expect((await segments().read('vip', 1))?.document.name).toBe('VIP');
      expect((await segments().versions('vip')).map(({ version }) => version)).toEqual([2, 1]);
    });
  });

  describe('a draft', () => {
    const written = (revision: number, name = 'Hello'): Draft => ({
      ...{ revision, name, by: 'ann', at: monday },
      ...{ campaign: { name }, templates: {} },
    });
    const drafts = () => createDrafts(store.client, store.core);

    it('is saved on top of the one before, and listed without its content', async () => {
      expect(await drafts().get('welcome')).toBeUndefined();
      for (const revision of [1, 2]) await drafts().save('welcome', written(revision));
      await expect(drafts().save('welcome', written(2))).rejects.toBeInstanceOf(Clash);
      expect(await drafts().get('welcome')).toEqual(written(2));
      const { campaign: _, templates: __, ...line } = written(2);
      expect(await drafts().list()).toEqual([{ ...line, campaign: 'welcome' }]);
    });

    it('is removed as it was seen, or not', async () => {
      await drafts().save('welcome', written(1));
      expect(await drafts().remove('welcome', 2)).toBe(false);
      expect(await drafts().remove('welcome', 1)).toBe(true);
      expect(await drafts().remove('welcome', 1)).toBe(false);
      expect([await drafts().get('welcome'), await drafts().list()]).toEqual([undefined, []]);
    });

    it('is refused when it is too large', async () => {
      const large = { ...written(1), campaign: { text: noise(600_000) } };
      await expect(drafts().save('welcome', large)).rejects.toMatchObject({ status: 422 });
    });
  });

  describe('names of events', () => {
    const names = (most?: number) => createEventNames(store.client, store.core, most);

    it('are those that came in, each noted once', async () => {
      const { client, count } = counting(store.client);
      const noting = createEventNames(client, store.core);
      for (const one of [['A', 'B', 'A'], ['B'], ['C'], ['A', 'C']]) await noting.note(one);
      expect(count().calls).toEqual(['GetItem', 'UpdateItem', 'UpdateItem']);
      expect(await names().list()).toEqual(new Set(['A', 'B', 'C']));
    });

    it('that senders make up fill no table', async () => {
      const few = names(10);
      for (const index of numbered(30, (at) => at)) await few.note([`Event ${index}`]);
      expect((await names(100).list())?.size).toBe(10);
      expect(await few.list()).toBeUndefined();
    });
  });
}
