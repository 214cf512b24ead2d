// Why somebody who is held out gets nothing, whether or not a goal is counted.
import { describe, expect, it } from 'vitest';
import { campaign } from '../../support/campaign.ts';
import { sara } from '../../support/diary.ts';
import { openWhyStory } from '../../support/why-story.ts';

const marketing = { kinds: { hello: 'marketing' } } as const;
const everybody = { workspace: { controlGroup: 100 } };

describe('somebody who is held out', () => {
  it('gets nothing, while a goal counts', () => {
    const yaml = '{ goal: { event: Bought, within: 30 days }, steps: [{ send: hello }] }';
    const story = openWhyStory([campaign(yaml, marketing)], everybody).event('Started', sara);
    const { sentence, standing, messages } = story.why();
    expect(sentence).toMatch(/^Held out: .*control group.*; a goal counts until 2026-02-04/);
    expect([standing, messages]).toEqual(['held_out', []]);
  });

  it('is so without a goal too', () => {
    const story = openWhyStory([campaign('[{ send: hello }]', marketing)], everybody);
    const { sentence, standing, messages } = story.event('Started', sara).why();
    expect(sentence).toMatch(/^Held out: .*in the control group of 100%\)\.$/);
    expect([standing, messages]).toEqual(['held_out', []]);
  });
});
