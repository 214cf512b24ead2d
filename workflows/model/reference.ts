// A reference: what a document names by its id, and what must exist as long as that document is live.

const referables = ['segment', 'list', 'offer', 'campaign'] as const;

type Referable = (typeof referables)[number];

/** "segment:power-users". */
export type Reference = `${Referable}:${string}`;

export const kindOfReference = (reference: Reference): Referable =>
  reference.slice(0, reference.indexOf(':')) as Referable;

export const idOfReference = (reference: Reference): string =>
  reference.slice(reference.indexOf(':') + 1);
