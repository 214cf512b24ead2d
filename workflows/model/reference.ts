// A reference: what a document names by its id, and what must exist as long as that document is live.

const referables = ['segment', 'list', 'offer', 'campaign', 'topic'] as const;

type Referable = (typeof referables)[number];

/** "segment:power-users". */
export type Reference = `${Referable}:${string}`;

/** What of the library a campaign was published with: "template:welcome", "block:footer". */
export type LibraryReference = `${'template' | 'block'}:${string}`;

type KindOf<R extends string> = R extends `${infer Kind}:${string}` ? Kind : never;

export const kindOfReference = <R extends Reference | LibraryReference>(reference: R): KindOf<R> =>
  reference.slice(0, reference.indexOf(':')) as KindOf<R>;

export const idOfReference = (reference: Reference | LibraryReference): string =>
  reference.slice(reference.indexOf(':') + 1);
