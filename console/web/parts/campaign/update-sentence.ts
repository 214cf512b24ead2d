// What an update changes, in the reader's language: 'Set plan to "pro", add 10 to lead_score'.
import type { UpdateStep } from '../../../../workflows/steps/update.ts';
import type { Wording } from '../condition/sentence.ts';
import { listed } from './times.ts';

export function updateSentence({ update }: UpdateStep, words: Wording): string {
  const { t, called } = words;
  const { set = {}, unset = [], add = {}, tag = [], untag = [], join = [], leave = [] } = update;
  const lists = (all: readonly string[]) =>
    listed(
      all.map((id) => called('lists', id)),
      words,
    );
  const said = [
    ...Object.entries(set).map(([name, value]) =>
      t('set {{name}} to {{value}}', { name, value: shown(value) }),
    ),
    unset.length > 0 && t('take away {{names}}', { names: listed(unset, words) }),
    ...Object.entries(add).map(([name, amount]) => scored(name, amount, words)),
    tag.length > 0 && t('tag {{names}}', { names: listed(tag, words) }),
    untag.length > 0 && t('untag {{names}}', { names: listed(untag, words) }),
    join.length > 0 && t('put on list {{names}}', { names: lists(join) }),
    leave.length > 0 && t('take off list {{names}}', { names: lists(leave) }),
  ];
  return upper(said.filter((one) => one !== false).join(t(', ')));
}

const scored = (name: string, amount: number, { t, number }: Wording): string =>
  amount < 0
    ? t('take {{amount}} from {{name}}', { amount: number(-amount), name })
    : t('add {{amount}} to {{name}}', { amount: number(amount), name });

const shown = (value: unknown): string => JSON.stringify(value).slice(0, 100).toWellFormed();

const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
