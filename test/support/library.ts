// The library in tests: smallest templates, and asking the API for what is in it.
import { ask as askApi } from './sender.ts';
import type { Workspace } from './workspace.ts';

/** Its text stands in line 2. */
const inDocument = (text: string): string =>
  `<mjml><mj-body><mj-section><mj-column>\n<mj-text>${text}</mj-text></mj-column></mj-section></mj-body></mjml>`;

export const footer = '{{ organization.address }} <a href="{{ unsubscribe_url }}">Unsubscribe</a>';

export const transactional = (text: string) => ({
  kind: 'transactional',
  subject: 'Hello',
  mjml: inDocument(text),
});

export const marketing = (text: string) => ({
  kind: 'marketing',
  subject: 'Hello',
  mjml: inDocument(`${text} ${footer}`),
});

/** Anything that the library may say. */
interface Answered {
  readonly id: string;
  readonly version: number;
  readonly next: string;
  readonly warnings: readonly { readonly kind: string; readonly message: string }[];
  readonly versions: readonly { readonly version: number }[];
  readonly html: string;
  readonly bytes: number;
  readonly links: readonly string[];
  readonly items: readonly object[];
}

export type Ask = ReturnType<typeof asking>;

/** Asks under /api/ as an administrator, on top of a version where one is given. */
export const asking =
  ({ world, keys }: Workspace) =>
  (method: string, path: string, body?: unknown, version?: number) => {
    const headers = {
      authorization: `Bearer ${keys.adminToken}`,
      ...(version !== undefined && { 'if-match': `"${version}"` }),
    };
    return askApi<Answered>(world, keys.adminToken, {
      path: `/api/${path}`,
      method,
      headers,
      body,
    });
  };
