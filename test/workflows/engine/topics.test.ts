// Topics: what mail is about, who gets it, and what becomes of a no.
import { describe, expect, it } from 'vitest';
import { sentence } from '../../../workflows/conditions/sentence.ts';
import { hardNo } from '../../../workflows/engine/gate.ts';
import { ofRule } from '../../../workflows/engine/references.ts';
import { segmentDocument } from '../../../workflows/model/segment.ts';
import { campaign } from '../../support/campaign.ts';
import { leaveTopic, prefer, topics } from '../../support/consenting.ts';
import { type Diary, openDiaryIn, sara, start } from '../../support/diary.ts';

const mailing = (topic: string, id = topic) =>
  campaign(`{ topic: ${topic}, reentry: always, steps: [{ send: ${topic} }] }`, { campaign: id });

const around = { workspace: { topics } };
const { consent: _, ...silent } = sara;
const news = () => openDiaryIn(around, mailing('news'));
const offers = () => openDiaryIn(around, mailing('offers'));
const mail = (diary: Diary) => diary.lines.filter((line) => /email|withheld/.test(line));
const ask = (diary: Diary, who: object = { user: 'sara' }) =>
  mail(diary.event('Started', who)).at(-1);

describe('a topic that is joined by whoever does not leave it', () => {
  it('is mailed to those who subscribed, until they leave it', () => {
    const diary = news();
    expect(ask(diary, sara)).toBe('day 0: email news');
    expect(ask(leaveTopic(diary, 'news'))).toBe('day 0: withheld news (topic_unsubscribed)');
    expect(diary.draft.contact.consent?.status).toBe('subscribed');
  });

  it('needs the same consent as other marketing mail', () => {
    expect(ask(news(), silent)).toBe('day 0: withheld news (not_subscribed)');
  });

  it('is mailed again to whoever comes back to it', () => {
    const diary = leaveTopic(news().event('Seen', sara), 'news');
    expect(ask(prefer(diary, { topics: { news: true } }))).toBe('day 0: email news');
  });
});

describe('a topic that must be joined', () => {
  it('is mailed to nobody who did not join it, however subscribed', () => {
    const diary = offers();
    expect(ask(diary, sara)).toBe('day 0: withheld offers (topic_not_subscribed)');
    expect(ask(prefer(diary, { topics: { offers: true } }))).toBe('day 0: email offers');
  });

  it('is explained by its name', () => {
    const { transitions } = offers().event('Started', sara);
    expect(transitions).toContainEqual(
      expect.objectContaining({ because: 'has not joined the topic "Offers"' }),
    );
  });

  it('is joined by a consent that names it, and by no other', () => {
    const consent = { ...sara.consent, method: 'api', topics: ['offers', 'gone'] };
    const diary = offers().event('Seen', { ...sara, consent });
    expect(diary.draft.contact.consent).toBeUndefined();
    expect(diary.draft.contact.topics).toEqual({
      offers: { status: 'subscribed', at: start, method: 'api' },
    });
    expect(ask(diary)).toBe('day 0: email offers');
  });

  it('that is there no more is mailed to nobody by itself', () => {
    const diary = openDiaryIn({ workspace: { topics: [] } }, mailing('news'));
    expect(ask(diary, sara)).toBe('day 0: withheld news (topic_not_subscribed)');
  });
});

describe('all marketing', () => {
  it('refused is refused for every topic that was joined before', () => {
    const diary = prefer(offers().event('Seen', sara), { topics: { offers: true } });
    expect(ask(prefer(diary, { all: 'unsubscribed' }))).toBe(
      'day 0: withheld offers (unsubscribed)',
    );
  });

  it('refused leaves a topic that is joined after that', () => {
    const diary = prefer(offers().event('Seen', sara), { all: 'unsubscribed' });
    expect(ask(prefer(diary, { topics: { offers: true } }))).toBe('day 0: email offers');
    expect(diary.draft.contact.consent?.status).toBe('unsubscribed');
    expect(ask(diary.pass('1 hour').unsubscribe())).toBe('day 0: withheld offers (unsubscribed)');
  });

  it('is left by the one click of a mail without a topic, or with one that is there no more', () => {
    expect(news().event('Seen', sara).unsubscribe().draft.contact.consent?.status).toBe(
      'unsubscribed',
    );
    const { contact } = leaveTopic(news().event('Seen', sara), 'gone').draft;
    expect(contact.consent?.status).toBe('unsubscribed');
    expect(contact.topics).toBeUndefined();
  });
});

describe('what a page sends', () => {
  it('of a box that was left as it was is no consent', () => {
    const diary = news().event('Seen', sara);
    const { consents } = diary.draft;
    prefer(diary, { topics: { news: true, offers: false } });
    expect(diary.draft.contact.topics).toBeUndefined();
    expect(diary.draft.consents).toBe(consents);
  });

  it('refuses a topic for somebody who was never asked, and would get it as a customer', () => {
    const diary = prefer(news().event('Seen', silent), { topics: { news: true } });
    expect(diary.draft.contact.topics).toBeUndefined();
    const { contact } = prefer(diary, { topics: { news: false } }).draft;
    expect(contact.topics?.news?.status).toBe('unsubscribed');
  });

  it('is one decision for several changes, and one line of the ledger for each', () => {
    const diary = prefer(news().event('Seen', sara), {
      topics: { news: false, offers: true },
      pausedUntil: start + 3_600_000,
      tracked: false,
    });
    expect(diary.draft.consents.slice(1)).toEqual([
      expect.objectContaining({ topic: 'news', status: 'unsubscribed', message: 'msg_1' }),
      expect.objectContaining({ topic: 'offers', status: 'subscribed', actor: 'contact' }),
      expect.objectContaining({ purpose: 'tracking', status: 'refused' }),
      expect.objectContaining({ purpose: 'pause', status: 'paused' }),
    ]);
    expect(diary.draft.contact).toMatchObject({ untracked: true, pausedUntil: start + 3_600_000 });
  });
});

describe('a pause', () => {
  const paused = () => prefer(news().event('Seen', sara), { pausedUntil: start + 24 * 3_600_000 });

  it('withholds marketing mail, and says until when', () => {
    const diary = paused();
    expect(ask(diary)).toBe('day 0: withheld news (paused)');
    expect(diary.transitions.at(-2)).toMatchObject({
      because: 'wants no marketing mail until 2026-01-06 09:00 UTC',
      passesAt: start + 24 * 3_600_000,
    });
  });

  it('ends by itself, and by the person', () => {
    expect(ask(paused().pass('1 day'))).toBe('day 1: email news');
    expect(ask(prefer(paused(), { pausedUntil: null }))).toBe('day 0: email news');
  });

  it('holds what is on its way, and no receipt', () => {
    const { contact } = paused().draft;
    expect(hardNo(contact, { kind: 'marketing' }, start)).toBe('paused');
    expect(hardNo(contact, { kind: 'transactional' }, start)).toBeUndefined();
  });
});

describe('rules', () => {
  const joined = { op: 'consent', topic: 'offers', status: 'subscribed' } as const;
  const friends = { name: 'Friends of offers', condition: joined };
  const segments = [{ segment: 'friends', version: 1, document: segmentDocument.parse(friends) }];

  it('ask for a topic, and people come to a segment and leave it by that', () => {
    const diary = openDiaryIn({ ...around, segments }).event('Seen', sara);
    expect(diary.draft.contact.segments).toEqual({});
    expect(prefer(diary, { topics: { offers: true } }).lines.at(-1)).toBe('day 0: in friends');
    expect(leaveTopic(diary, 'offers').lines.at(-1)).toBe('day 0: out of friends');
  });

  it('name the topic, so that it must be there', () => {
    expect(sentence(joined)).toBe('has joined the topic offers');
    expect(ofRule(joined)).toEqual(['topic:offers']);
  });
});

describe('just before it leaves, mail is stopped', () => {
  it('by a no to its topic, and by no silence', () => {
    const { contact } = leaveTopic(news().event('Seen', silent), 'news').draft;
    expect(hardNo(contact, { kind: 'marketing', topic: 'news' }, start)).toBe('topic_unsubscribed');
    expect(hardNo(contact, { kind: 'marketing', topic: 'offers' }, start)).toBeUndefined();
    expect(hardNo(contact, { kind: 'marketing' }, start)).toBeUndefined();
  });
});
