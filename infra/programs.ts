// The shipped programs, read from their folders and published over the API, as any other campaign would be.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const folder = join(import.meta.dirname, '../workflows/programs');

export interface Publication {
  readonly id: string;
  readonly body: {
    readonly campaign: unknown;
    readonly templates: Readonly<Record<string, unknown>>;
  };
}

/** Every program: its definition and its templates, as the API takes them. */
export const readPrograms = (): Publication[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readProgram(name));

export const readProgram = (id: string): Publication => ({
  id,
  body: {
    campaign: parse(readFileSync(join(folder, id, 'campaign.yaml'), 'utf8')),
    templates: readTemplates(join(folder, id, 'templates')),
  },
});

function readTemplates(from: string): Record<string, unknown> {
  const files = readdirSync(from).filter((file) => file.endsWith('.mjml'));
  return Object.fromEntries(
    files.map((file) => [
      file.replace(/\.mjml$/, ''),
      readTemplate(readFileSync(join(from, file), 'utf8')),
    ]),
  );
}

/** Front matter between two lines of dashes says the kind and the subject; the rest is MJML. */
function readTemplate(text: string): unknown {
  const [, matter = '', mjml = text] =
    /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(text) ?? [];
  return { ...(parse(matter) as object), mjml };
}

/** Publishes every program at `url` with an administrator's token. Throws with what the API refused. */
export async function publishPrograms(url: string, token: string): Promise<void> {
  for (const { id, body } of readPrograms()) await put(`${url}/api/campaigns/${id}`, token, body);
}

/** Who the sample's mail is from. Marketing mail without a postal address would be unlawful. */
export const publishSampleOrganization = (url: string, token: string): Promise<void> =>
  put(`${url}/api/organization`, token, {
    name: 'Perennial Sample Co.',
    address: '12 Garden Street, Springfield',
  });

async function put(url: string, token: string, body: unknown): Promise<void> {
  const answer = await fetch(url, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok)
    throw new Error(`PUT ${url} was refused: ${answer.status} ${await answer.text()}`);
}
