// Scoring and hand-off, by their diary: what a lead looks at adds up, and sales hears of it once it passes 50.
import { describe, expect, it } from 'vitest';
import { readPrograms } from '../../../infra/programs.ts';
import { segmentDocument } from '../../../workflows/model/segment.ts';
import { openDiaryIn, programVersion, sara } from '../../support/diary.ts';

const ids = ['score-pricing', 'score-material', 'score-silence', 'sales-handoff'];
const campaigns = await Promise.all(ids.map(programVersion));
const segments = readPrograms().flatMap((program) =>
  program.segments.map(({ id, body }) => ({
    segment: id,
    version: 1,
    document: segmentDocument.parse(body),
  })),
);
const lead = () => openDiaryIn({ segments }, ...campaigns).event('Lead Captured', sara);
const tasks = (diary: ReturnType<typeof lead>) =>
  diary.draft.orders.flatMap((order) => (order.kind === 'task' ? [order.title] : []));

describe('the lead score', () => {
  it('adds up what a lead looks at, and makes one task for sales when it passes 50', () => {
    const diary = lead()
      .event('Pricing Viewed')
      .event('Document Downloaded')
      .event('Pricing Viewed');
    expect(diary.draft.contact.traits.lead_score).toBe(55);
    expect(diary.draft.contact.segments).toHaveProperty('hot-leads');
    expect(tasks(diary)).toHaveLength(1);
    expect(tasks(diary.pass('1 day').event('Pricing Viewed'))).toHaveLength(1);
  });

  it('is not passed at 50 sharp', () => {
    const diary = lead()
      .event('Pricing Viewed')
      .event('Document Downloaded')
      .event('Document Downloaded');
    expect(diary.draft.contact.traits.lead_score).toBe(50);
    expect(tasks(diary)).toEqual([]);
  });

  it('falls when the lead has been silent for a month, and the lead is hot no more', () => {
    const diary = lead();
    for (let count = 0; count < 3; count += 1) diary.event('Pricing Viewed').pass('1 hour');
    expect(diary.draft.contact.segments).toHaveProperty('hot-leads');
    diary.pass('31 days');
    expect(diary.draft.contact.traits.lead_score).toBe(35);
    expect(diary.draft.contact.segments).not.toHaveProperty('hot-leads');
  });

  it('hands nobody to sales who has ordered', () => {
    const diary = lead().event('Order Completed');
    for (let count = 0; count < 4; count += 1) diary.event('Pricing Viewed');
    expect(diary.draft.contact.traits.lead_score).toBe(80);
    expect(tasks(diary)).toEqual([]);
  });
});
