// Two contacts that turn out to be one: what the other has lived through is told in a diary of its own.
import type { Contact } from '../../workflows/model/contact.ts';
import type { Diary } from './diary.ts';

/** Its ids are its own: two diaries count their events alike. */
export const otherThan = ({ draft }: Diary, id = 'con_tara'): Contact => {
  const { contact } = draft;
  const own = (one: string) => `${one}/${id}`;
  return {
    ...contact,
    id,
    applied: contact.applied.map(own),
    enrollments: contact.enrollments.map((one) => ({ ...one, id: own(one.id) })),
  };
};

/** The diary's contact takes the other in. */
export const absorb = (diary: Diary, from: Contact): Diary =>
  diary.apply({ kind: 'absorb', id: from.id, at: diary.now, from, because: 'a test said so' });
