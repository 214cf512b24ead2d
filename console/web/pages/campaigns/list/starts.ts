// What a new campaign may begin with: the shipped programs, as they stand in their files, and copies of what is there.
import { client } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import type { Fields } from '../steps/tree.ts';

export interface Start {
  readonly campaign: Fields;
  readonly templates: Fields;
}

export interface ShippedStart extends Start {
  readonly id: string;
  readonly name: string;
  readonly about: string;
}

const files = import.meta.glob<string>('../../../../../workflows/programs/*/campaigns/*.yaml', {
  query: '?raw',
  import: 'default',
});

const idOf = (path: string): string => path.split('/').at(-1)?.replace('.yaml', '') ?? path;

/** The four that a program is named for come first. */
const isMain = (path: string): boolean => path.includes(`/programs/${idOf(path)}/`);

export async function shippedStarts(): Promise<ShippedStart[]> {
  const { parse } = await import('yaml');
  const paths = Object.keys(files).sort((a, b) => Number(isMain(b)) - Number(isMain(a)));
  return Promise.all(
    paths.map(async (path) => {
      const campaign = parse((await files[path]?.()) ?? '') as Fields;
      const { name, description = '' } = campaign;
      return {
        id: idOf(path),
        name: String(name),
        about: String(description),
        campaign,
        templates: {},
      };
    }),
  );
}

/** What is being written of it, or what is live, with its own templates. */
export async function copyOf(id: string): Promise<Start> {
  const params = { path: { id } };
  const { writing, live } = await answered(client.GET('/api/campaigns/{id}', { params }));
  const { campaign = {}, templates = {} } = writing ?? live ?? {};
  return { campaign, templates };
}
