// Documents that decisions have asked for: kept while they are used, let go of between batches when they are too many.
import { beforeEach, expect, it } from 'vitest';
import { createDocuments } from '../../../functions/adapters/documents.ts';
import { createPublications } from '../../../functions/adapters/publications.ts';
import { campaignDocument } from '../../../workflows/model/campaign.ts';
import { counting } from '../../support/counted-client.ts';
import { localStore } from '../../support/local-store.ts';

const names = ['a', 'b', 'c'];
const wanted = (campaign: string) => ({ kind: 'version', campaign, version: 1 }) as const;

let store: Awaited<ReturnType<typeof localStore>>;
beforeEach(async () => {
  store = await localStore();
  const publications = createPublications(store.client, store.core);
  const document = campaignDocument.parse({
    ...{ name: 'Test', trigger: { event: 'A' }, steps: [{ wait: { for: '1 day' } }] },
  });
  const release = {
    ...{ by: 'ann', at: 0, check: () => undefined, source: { campaign: {}, templates: {} } },
  };
  for (const campaign of names)
    await publications.publish({ campaign, document, kinds: {}, reads: [] }, [], release);
});

async function opened(room = 500) {
  const { client, count } = counting(store.client);
  const documents = createDocuments(client, store.core, room);
  await documents.fetch(names.map(wanted));
  const known = () => names.filter((name) => documents.version(name, 1));
  return { documents, count, known };
}

it('are fetched once, all that are missing in one call', async () => {
  const { documents, count, known } = await opened();
  await documents.fetch([...names, 'a'].map(wanted));
  expect(count().calls).toEqual(['BatchGetItem']);
  expect(known()).toEqual(names);
});

it('are all there for the decision that asked for them, however many they are', async () => {
  const { known } = await opened(1);
  expect(known()).toEqual(names);
});

it('are let go of between batches, those first that were not used for the longest time', async () => {
  const { documents, known } = await opened(1);
  expect(documents.version('a', 1)).toBeDefined();
  const bytes = await sizeOf();
  const roomy = await opened(2 * bytes);
  // In which order they came is nobody's promise: b is the one that was not used again.
  for (const used of ['a', 'c']) roomy.documents.version(used, 1);
  roomy.documents.trim();
  expect(roomy.known()).toEqual(['a', 'c']);
  documents.trim();
  expect(known()).toEqual([]);
});

async function sizeOf(): Promise<number> {
  for (let room = 1; ; room += 1) {
    const documents = createDocuments(store.client, store.core, room);
    await documents.fetch([wanted('a')]);
    documents.trim();
    if (documents.version('a', 1)) return room;
  }
}
