// A drip that is paused with somebody in it, and goes on.
import type { Command } from '../../workflows/model/cause.ts';
import { campaign } from './campaign.ts';
import { openDiary, sara } from './diary.ts';

export const drip = campaign(`
  goal: { event: Bought, within: 60 days }
  exitOn: [{ event: Closed }, { condition: { attribute: plan, op: equals, value: pro } }]
  steps:
    - wait: { for: 1 day }
    - send: one
    - wait: { for: 1 day }
    - send: two
`);

export const paused = (one = drip) => openDiary(one).event('Started', sara).turn('test', 'paused');
export const resume = (stale: 'send' | 'skip'): Command => ({ do: 'resume', stale });
export const goOn = (diary: ReturnType<typeof paused>, stale: 'send' | 'skip') =>
  diary.turn('test', 'live').command('test', resume(stale));
