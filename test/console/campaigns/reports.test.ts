// What the console says of versions and of results, in words and in numbers.
import { describe, expect, it } from 'vitest';
import { lift } from '../../../console/web/pages/campaigns/results/interval.ts';
import { differences } from '../../../console/web/pages/campaigns/versions/difference.ts';
import { marksOf, readText, writeText } from '../../../console/web/pages/campaigns/yaml/text.ts';
import { stepSentence } from '../../../console/web/parts/campaign/step-sentence.ts';
import { idFrom } from '../../../console/web/parts/id-of.ts';
import { wordingIn } from '../../support/wording.ts';

const english = wordingIn('en');

describe('The difference of two versions', () => {
  const tell = {
    step: (step: object) => stepSentence(step, english) ?? '',
    setting: (_: string, value: unknown) => String(value),
  };
  const before = {
    name: 'Trial',
    steps: [
      { send: 'a' },
      { wait: { for: '1 day' } },
      { branch: { op: 'everyone' }, yes: [{ send: 'b' }] },
    ],
  };

  it('tells what is new, gone, changed and moved, each by its own words', () => {
    const now = {
      name: 'Trial, again',
      steps: [
        { wait: { for: '2 days' } },
        { branch: { op: 'everyone' }, yes: [{ send: 'c' }], no: [{ send: 'a' }] },
      ],
    };
    expect(differences(before, now, tell)).toEqual([
      { what: 'setting changed', id: 'name', before: 'Trial', words: 'Trial, again' },
      { what: 'step changed', id: 'wait', before: 'Wait 1 day', words: 'Wait 2 days' },
      { what: 'step added', id: 'c', words: 'Send "c"' },
      { what: 'step moved', id: 'a', words: 'Send "a"' },
      { what: 'step removed', id: 'b', words: 'Send "b"' },
    ]);
  });

  it('is nothing where nothing differs', () => {
    expect(differences(before, structuredClone(before), tell)).toEqual([]);
  });
});

describe('The lift', () => {
  it('has the interval of the paper', () => {
    const found = lift({ entered: 70, goals: 56 }, { entered: 80, goals: 48 });
    expect(found?.difference).toBeCloseTo(0.2, 10);
    expect(found?.low).toBeCloseTo(0.0524, 4);
    expect(found?.high).toBeCloseTo(0.3339, 4);
  });

  it('is unknown without both groups', () => {
    expect(lift({ entered: 0, goals: 0 }, { entered: 10, goals: 1 })).toBeUndefined();
  });
});

describe('The text', () => {
  it('says what the document says, and marks problems where they are', () => {
    const document = { name: 'Trial', steps: [{ send: 'a' }] };
    const text = writeText(document);
    expect(readText(text).document).toEqual(document);
    const [mark] = marksOf(text, [{ at: 'campaign.steps[0].send', message: 'Unknown template' }]);
    expect(text.slice(mark?.from, mark?.to)).toBe('a');
    expect(marksOf(text, [{ at: 'campaign.trigger', message: 'missing' }])).toHaveLength(1);
  });

  it('that cannot be read is no document', () => {
    expect(readText('name: [').document).toBeUndefined();
    expect(readText('- a list').fault).toContain('map');
    expect(marksOf('name: [', [])[0]?.severity).toBe('error');
  });
});

describe('An id', () => {
  it('comes from the name', () => {
    expect(idFrom('Trial, 2nd try', 'campaign')).toBe('trial-2nd-try');
    expect(idFrom('Łódź – żółw', 'campaign')).toBe('lodz-zolw');
    expect(idFrom('خوش‌آمد', 'campaign')).toBe('campaign');
  });
});
