// What the guides show can be published as it stands there.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { condition } from '../../workflows/conditions/condition.ts';
import { campaignDocument } from '../../workflows/model/campaign.ts';
import { steps } from '../../workflows/steps/index.ts';
import { trigger } from '../../workflows/triggers/index.ts';

const guide = (name: string) => readFileSync(`docs/${name}.md`, 'utf8');
const blocks = (name: string) =>
  [...guide(name).matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => parse(text));

/** The first column of the table under a heading, where it is one whole document in YAML. */
function firstColumn(heading: string): string[] {
  const section = guide('campaigns').split(`## ${heading}`)[1]?.split('\n## ')[0] ?? '';
  return [...section.matchAll(/^\| `([^`]+)`/gm)].map(([, text = '']) => text);
}

it.each(blocks('campaigns'))('shows a campaign that can be published: $name', (document) => {
  expect(campaignDocument.safeParse(document).error).toBeUndefined();
});

it.each(blocks('rules'))('shows a rule that can be asked: $op', (rule) => {
  expect(condition.safeParse(rule).error).toBeUndefined();
});

it('shows triggers that there are', () => {
  const shown = firstColumn('Triggers');
  expect(shown).toHaveLength(7);
  for (const text of shown)
    expect(trigger.safeParse(parse(`{ ${text} }`)).error, text).toBeUndefined();
});

it('shows steps that there are', () => {
  const shown = firstColumn('Steps').map((text) => parse(`{ ${text} }`));
  expect(shown).toHaveLength(11);
  for (const step of shown) {
    // A branch leads somewhere; its paths stand outside of the code.
    const whole = 'branch' in step ? { ...step, yes: [{ send: 'mail' }] } : step;
    expect(steps.safeParse([whole]).error, JSON.stringify(step)).toBeUndefined();
  }
});
