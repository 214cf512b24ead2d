// A workspace with topics, and what its people do about them.
import { hash } from '../../functions/adapters/keys.ts';
import type { Cause, PreferenceChanges } from '../../workflows/model/cause.ts';
import { addressHash } from '../../workflows/model/consent.ts';
import type { WorkspaceRules } from '../../workflows/model/workspace.ts';
import type { Diary } from './diary.ts';

export const topics: WorkspaceRules['topics'] = [
  { id: 'news', name: 'Company news', joined: 'opt_out' },
  { id: 'offers', name: 'Offers', names: { pl: 'Oferty' }, joined: 'opt_in' },
];

let count = 0;

export const prefer = (diary: Diary, changes: PreferenceChanges): Diary => {
  count += 1;
  const method = 'preference_page' as const;
  const id = `pref-${count}`;
  return diary.apply({ kind: 'preferences', id, at: diary.now, method, message: 'msg_1', changes });
};

export const leaveTopic = (diary: Diary, topic: string): Diary => {
  const method = 'one_click_unsubscribe' as const;
  const cause: Cause = {
    ...({ kind: 'unsubscribe', id: 'msg_1', message: 'msg_1', method, topic } as const),
    at: diary.now,
  };
  return diary.apply(cause);
};

/** The link in the mail that was sent to `address`. */
export const confirm = (
  diary: Diary,
  address: string,
  message = 'msg_ask',
  link: { readonly sentAt?: number; readonly abouts?: readonly string[] } = {},
): Diary => {
  const id = `${message}/confirm/${diary.now}`;
  const sentTo = addressHash(hash, address);
  const { sentAt = diary.now, abouts = ['*', ...topics.map((topic) => topic.id)] } = link;
  const followed = { message, addressHash: sentTo, sentAt, abouts };
  return diary.apply({ kind: 'confirm', id, at: diary.now, ...followed });
};
