// Two people at the same settings, each with a page that was opened before the other saved.
import { expect, it } from 'vitest';
import { rebase } from '../../../console/web/pages/settings/rebase.ts';

const base = { name: 'Shop', website: 'https://a.example', caps: [{ most: 3, per: '1 day' }] };

it('keeps what the other saved, besides what was changed here', () => {
  const theirs = { ...base, website: 'https://b.example', reply_to: 'hello@example.com' };
  const mine = { ...base, name: 'My shop', caps: [] };
  expect(rebase<object>(base, mine, theirs)).toEqual({
    name: 'My shop',
    website: 'https://b.example',
    reply_to: 'hello@example.com',
    caps: [],
  });
});

it('takes away what was taken away here, and what they took away', () => {
  const { website: _, ...theirs } = base;
  const mine = { ...base, caps: undefined };
  expect(rebase<object>(base, mine, theirs)).toEqual({ name: 'Shop' });
});

it('of a field that both have changed, what is saved last counts', () => {
  const one = { ...base, name: 'One' };
  expect(rebase(base, one, { ...base, name: 'Other' })).toEqual(one);
});
