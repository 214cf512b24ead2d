// What enrollments rely on: a version never changes, publishers do not undo one another, and what is live is known at once.
import { beforeEach, describe, expect, it } from 'vitest';
import { createBooks } from '../../../functions/adapters/books.ts';
import { createPublications } from '../../../functions/adapters/publications.ts';
import { createTemplates } from '../../../functions/adapters/templates.ts';
import type { Release, Source } from '../../../functions/book-ports.ts';
import { Refused } from '../../../functions/errors.ts';
import { Missing } from '../../../workflows/engine/missing.ts';
import { campaignDocument } from '../../../workflows/model/campaign.ts';
import { asking } from '../../support/asking.ts';
import { monday, noise, numbered, type OpenStore, outcomes, type Store } from './open.ts';

const draft = (campaign: string, name = 'Welcome') => ({
  campaign,
  document: campaignDocument.parse({
    ...{ name, trigger: { event: 'Signed Up' } },
    steps: [{ send: 'hello' }],
  }),
  kinds: { hello: 'marketing' as const },
  reads: ['plan'],
});
const template = (subject: string, name = 'hello') => ({
  ...{ name, subject, kind: 'marketing' as const },
  ...{ html: '<p>سلام</p>', text: 'Hi', event: ['plan'] },
});
/** Nothing stands against it. */
const release: Release & { source: Source } = {
  ...{ by: 'ann', at: monday, check: () => undefined },
  source: { campaign: {}, templates: {} },
};
const named = ({ campaign, version }: { campaign: string; version: number }) =>
  `${campaign}@${version}`;

export function campaignsContract(open: OpenStore): void {
  describe('a campaign', () => {
    let store: Store;
    /** A container of its own, which remembers nothing that others have read. */
    const container = ({ client, core } = store) => ({
      publications: createPublications(client, core),
      books: createBooks(client, core),
      templates: createTemplates(client, core),
    });
    const publish = (campaign: string, subject = 'Hi') =>
      container().publications.publish(draft(campaign), [template(subject)], release);
    const live = async ({ books, publications } = container()) => {
      const listed = (await publications.list()).map(named).sort();
      const running = await asking(books, ({ playbook }) =>
        playbook.campaignsAt('event:Signed Up').map(({ version }) => named(version)),
      );
      expect(running.sort()).toEqual(listed);
      return listed;
    };

    beforeEach(async () => {
      store = await open();
    });

    it('is not there before it is published', async () => {
      expect(await live()).toEqual([]);
    });

    it('is live as it was published', async () => {
      const published = await publish('welcome');
      expect(published).toEqual({ ...draft('welcome'), version: 1 });
      expect(await container().publications.list()).toEqual([published]);
      const { books } = container();
      const running = await asking(books, ({ playbook }) => playbook.campaign('welcome'));
      expect(running).toMatchObject({ state: 'live', version: published });
      expect(running?.version.program.first).toBe('hello');
    });

    it('is live at once for a container that has read what was live before', async () => {
      const old = container();
      await publish('welcome');
      expect(await live(old)).toEqual(['welcome@1']);
      await publish('welcome');
      await publish('goodbye');
      expect(await live(old)).toEqual(['goodbye@1', 'welcome@2']);
    });

    it('goes on in the version people have entered, with its templates', async () => {
      const { version } = await publish('welcome', 'First');
      await publish('welcome', 'Second');
      const { books, templates } = container();
      const { playbook } = await books.open();
      expect(() => playbook.version('welcome', version)).toThrow(Missing);
      for (const one of [1, 2]) {
        await books.fetch([{ kind: 'version', campaign: 'welcome', version: one }]);
        expect(playbook.version('welcome', one)).toMatchObject({ version: one });
      }
      expect((await templates.get('welcome', 1, 'hello')).subject).toBe('First');
      expect((await templates.get('welcome', 2, 'hello')).subject).toBe('Second');
    });

    it('has no version that was never published', async () => {
      await publish('welcome');
      const { books } = container();
      const { playbook } = await books.open();
      await books.fetch([{ kind: 'version', campaign: 'welcome', version: 2 }]);
      expect(() => playbook.version('welcome', 2)).toThrow(Missing);
    });

    it('that two publish at the same moment gets two versions, of which one is live', async () => {
      const { won, lost } = await outcomes(
        ['First', 'Second'].map((one) => publish('welcome', one)),
      );
      for (const error of lost) expect(error).toMatchObject({ name: 'Refused', status: 409 });
      expect(won.length).toBeGreaterThan(0);
      const [current] = await live();
      expect(won.map(named)).toContain(current);
      const next = await publish('welcome', 'Third');
      expect(next.version).toBe(3);
      expect(await live()).toEqual(['welcome@3']);
    });

    it('is not undone by another that is published at the same moment', async () => {
      await publish('steady');
      const names = numbered(6, (index) => `campaign-${index}`);
      const { won, lost } = await outcomes(names.map((name) => publish(name)));
      for (const error of lost) expect(error).toBeInstanceOf(Refused);
      expect(await live()).toEqual([...won.map(named), 'steady@1'].sort());
    });

    it('keeps its versions as they were when others are published', async () => {
      await publish('welcome');
      const publications = container().publications;
      await publications.publish(draft('welcome', 'Renamed'), [template('Hi')], release);
      const { books } = container();
      const { playbook } = await books.open();
      await books.fetch([{ kind: 'version', campaign: 'welcome', version: 1 }]);
      expect(playbook.version('welcome', 1)?.document.name).toBe('Welcome');
    });
  });

  describe('a template', () => {
    it('is what its version was published with, under the name of its campaign', async () => {
      const { client, core } = await open();
      const templates = createTemplates(client, core);
      const many = numbered(30, (index) => template(`Subject ${index}`, `mail-${index}`));
      await createPublications(client, core).publish(draft('welcome', 'Welcome!'), many, release);
      expect(await templates.get('welcome', 1, 'mail-29')).toEqual({
        ...many[29],
        campaignName: 'Welcome!',
      });
      await expect(templates.get('welcome', 2, 'mail-29')).rejects.toThrow(/mail-29.*v2/);
      await expect(templates.get('goodbye', 1, 'mail-29')).rejects.toThrow(/mail-29/);
    });

    it('that was asked for too early is there when it is published', async () => {
      const { client, core } = await open();
      const templates = createTemplates(client, core);
      await expect(templates.get('welcome', 1, 'hello')).rejects.toThrow();
      await createPublications(client, core).publish(draft('welcome'), [template('Hi')], release);
      expect((await templates.get('welcome', 1, 'hello')).subject).toBe('Hi');
    });

    it('may be long', async () => {
      const { client, core } = await open();
      const long = { ...template('Hi'), html: noise(300_000) };
      await createPublications(client, core).publish(draft('welcome'), [long], release);
      const read = await createTemplates(client, core).get('welcome', 1, 'hello');
      expect(read.html).toBe(long.html);
    });
  });
}
