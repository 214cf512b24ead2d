// Whatever changes something over the API is in the audit, but for these: what they change is told elsewhere, or nothing is.
import { expect, test } from 'vitest';
import { endpoints } from '../../functions/api/index.ts';

/** By where it is told. */
const elsewhere = {
  'the timeline and the ledger of the person': [
    'POST /api/contacts/{id}/consents',
    'POST /api/contacts/{id}/events',
    'POST /api/contacts/{id}/suppressions',
    'POST /api/contacts/{id}/suppressions/lift',
    'POST /api/campaigns/{id}/call',
  ],
  'nowhere, since it only looks': [
    'POST /api/campaigns/{id}/inside',
    'POST /api/campaigns/{id}/resume/preview',
    'POST /api/campaigns/{id}/move/preview',
    'POST /api/imports/inspect',
    'POST /api/segments/preview',
    'POST /api/templates/preview',
    'POST /api/templates/{id}/preview',
  ],
  'the import, whose start is in the audit': ['PUT /api/imports/{id}/parts/{part}'],
  'nowhere: who comes and goes changes nothing': ['POST /api/session', 'DELETE /api/session'],
} as const;

const changing = endpoints.filter(({ method }) => method !== 'GET');
const named = ({ method, path }: { readonly method: string; readonly path: string }) =>
  `${method} ${path}`;

test('every change is in the audit, or told where this list says', () => {
  const silent = changing.filter(({ audited }) => audited === false).map(named);
  expect(silent.sort()).toEqual(Object.values(elsewhere).flat().sort());
});

test('what an owner sets is in the audit', () => {
  const audited = changing.filter(({ audited }) => audited !== false).map(named);
  for (const what of ['organization', 'tracking', 'workspace'])
    expect(audited).toContain(`PUT /api/${what}`);
});
