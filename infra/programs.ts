// The shipped programs, read from their folders and published over the API, as any other campaign would be; before
// them the library that they include blocks of.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readBlocks, readTemplates } from './library.ts';

const folder = join(import.meta.dirname, '../workflows/programs');

export interface Publication {
  readonly id: string;
  readonly body: {
    readonly campaign: unknown;
    readonly templates: Readonly<Record<string, unknown>>;
  };
}

interface Document {
  readonly id: string;
  readonly body: unknown;
}

interface Put {
  readonly path: string;
  readonly body: unknown;
}

/** Products as the API takes them, and offers by the id that is part of their path. */
interface CatalogDocument {
  readonly products: readonly unknown[];
  readonly offers: readonly Document[];
}

/** A program: one folder of campaigns with the segments and offers they ask for and the templates they send. */
interface Program {
  readonly name: string;
  readonly catalog: CatalogDocument;
  readonly segments: readonly Document[];
  readonly campaigns: readonly Publication[];
}

export const readPrograms = (): Program[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readProgram(name));

/** Every campaign of every program, with its templates, as the API takes them. */
export const readCampaigns = (): Publication[] =>
  readPrograms().flatMap(({ campaigns }) => campaigns);

/** Throws when no program has it. */
export function readCampaign(id: string): Publication {
  const found = readCampaigns().find((one) => one.id === id);
  if (!found) throw new Error(`No program has a campaign ${id}`);
  return found;
}

function readProgram(name: string): Program {
  const templates = templatesIn(join(folder, name, 'templates'));
  const campaigns = readDocuments(join(folder, name, 'campaigns'));
  return {
    name,
    catalog: readCatalog(join(folder, name, 'catalog.yaml')),
    segments: readDocuments(join(folder, name, 'segments')),
    campaigns: campaigns.map(({ id, body }) => ({ id, body: { campaign: body, templates } })),
  };
}

/** Empty, where there is no such file. */
function readCatalog(file: string): CatalogDocument {
  if (!existsSync(file)) return { products: [], offers: [] };
  const { products, offers } = parse(readFileSync(file, 'utf8')) as {
    readonly products: readonly unknown[];
    readonly offers: readonly { readonly id: string }[];
  };
  return { products, offers: offers.map(({ id, ...body }) => ({ id, body })) };
}

/** YAML files by the id that is their name. None, where there is no such folder. */
function readDocuments(from: string): Document[] {
  const files = existsSync(from) ? readdirSync(from).filter((file) => file.endsWith('.yaml')) : [];
  return files.map((file) => ({
    id: file.replace(/\.yaml$/, ''),
    body: parse(readFileSync(join(from, file), 'utf8')),
  }));
}

function templatesIn(from: string): Record<string, unknown> {
  const templates = existsSync(from) ? readTemplates(from) : [];
  return Object.fromEntries(templates.map(({ id, body }) => [id, body]));
}

/** Everything that a program puts into a workspace, in the order in which one asks for another. */
export const putsOf = ({ catalog, segments, campaigns }: Program): readonly Put[] => [
  ...(catalog.products.length > 0
    ? [{ path: '/api/products', body: { products: catalog.products } }]
    : []),
  ...catalog.offers.map(({ id, body }) => ({ path: `/api/offers/${id}`, body })),
  ...segments.map(({ id, body }) => ({ path: `/api/segments/${id}`, body })),
  ...campaigns.map(({ id, body }) => ({ path: `/api/campaigns/${id}`, body })),
];

/** Templates include them, those of the programs too, so that they come first. */
export const blockPuts = (): readonly Put[] =>
  readBlocks().map(({ id, body }) => ({ path: `/api/blocks/${id}`, body }));

/** What ships beside the programs. */
export const libraryPuts = (): readonly Put[] => [
  ...blockPuts(),
  ...readTemplates().map(({ id, body }) => ({ path: `/api/templates/${id}`, body })),
];

/** Campaigns that belong to no program: what every workspace needs. Their templates are in the library. */
export const campaignPuts = (): readonly Put[] =>
  readDocuments(join(folder, '../campaigns')).map(({ id, body }) => ({
    path: `/api/campaigns/${id}`,
    body: { campaign: body, templates: {} },
  }));

/** Publishes the library and every program at `url` with an administrator's token. Throws with what the API refused. */
export async function publishPrograms(url: string, token: string): Promise<void> {
  const puts = [...libraryPuts(), ...campaignPuts(), ...readPrograms().flatMap(putsOf)];
  for (const { path, body } of puts) await put(url + path, token, body);
}

/**
 * Who the sample's mail is from: marketing mail without a postal address would be unlawful. And nobody is held out of
 * it or asked to confirm an address, so that whoever tries it gets every mail.
 */
export async function furnishSample(url: string, token: string): Promise<void> {
  await put(`${url}/api/organization`, token, {
    name: 'Perennial Sample Co.',
    address: '12 Garden Street, Springfield',
  });
  await put(`${url}/api/workspace`, token, { holdout: 0, doubleOptIn: false });
}

async function put(url: string, token: string, body: unknown): Promise<void> {
  const answer = await fetch(url, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok)
    throw new Error(`PUT ${url} was refused: ${answer.status} ${await answer.text()}`);
}
