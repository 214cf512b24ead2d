// Who opened and who clicked: a person or a machine, by signs of which one alone may mislead.
import { describe, expect, it } from 'vitest';
import type { DoorSign, Step } from '../../../functions/tracking-ports.ts';
import { doorSigns } from '../../../functions/use-cases/door-signs.ts';
import { judgeHit } from '../../../functions/use-cases/judge-hit.ts';

const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';
const google =
  'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)';
const yahoo = 'YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html';

const asked = (kind: 'open' | 'click', agent: string, more: object = {}, method = 'GET') =>
  doorSigns({ kind, method, headers: { 'user-agent': agent, 'accept-language': 'fa', ...more } });

describe('at the door', () => {
  it.each<[string, DoorSign[], DoorSign[]]>([
    ['a browser', asked('click', chrome), []],
    ['HEAD', asked('click', chrome, {}, 'HEAD'), ['head']],
    ['what is fetched ahead', asked('click', chrome, { 'sec-purpose': 'prefetch' }), ['prefetch']],
    ['a script', asked('click', 'curl/8.5.0'), ['bot']],
    ['nobody by name', asked('click', ''), ['bot']],
    ['a scanner of mail', asked('click', 'Barracuda Sentinel (EE)'), ['bot']],
    ['no language', asked('click', chrome, { 'accept-language': undefined }), ['no_language']],
    ['the proxy of Apple', asked('open', 'Mozilla/5.0'), ['privacy_proxy']],
    ['a picture that Gmail shows', asked('open', google, { 'accept-language': undefined }), []],
    ['a picture that Yahoo shows', asked('open', yahoo, { 'accept-language': undefined }), []],
    ['who clicks under that name', asked('click', google), ['bot']],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });
});

const sentAt = 1_000_000;
const later = sentAt + 3_600_000;
const step = (at: number, link: string): Step => ({ at, link });
const judged = (at: number, signs: readonly DoorSign[], around: readonly Step[] = []) =>
  judgeHit({ at, sentAt, signs }, around);

describe('one sign', () => {
  it.each<DoorSign>(['head', 'prefetch', 'privacy_proxy'])('of %s is enough', (sign) => {
    expect(judged(later, [sign])).toEqual({ machine: true, signs: [sign] });
  });

  it.each<DoorSign>(['bot', 'no_language'])('of %s is not', (sign) => {
    expect(judged(later, [sign]).machine).toBe(false);
    expect(judged(later, ['bot', 'no_language']).machine).toBe(true);
  });

  it('of haste is not: somebody may have waited for the mail', () => {
    expect(judged(sentAt + 9_999, [])).toEqual({ machine: false, signs: ['fresh'] });
    expect(judged(sentAt + 9_999, ['bot']).machine).toBe(true);
    expect(judged(sentAt + 10_000, [])).toEqual({ machine: false, signs: [] });
  });
});

describe('what was followed besides', () => {
  const three = (at: number) => [step(at, 'a'), step(at + 1_000, 'b'), step(at + 2_000, 'c')];

  it('three links in two seconds are a burst, for the first of them as for the last', () => {
    for (const at of [later, later + 1_000, later + 2_000])
      expect(judged(at, [], three(later)).signs).toEqual(['burst']);
    expect(judged(later, ['no_language'], three(later)).machine).toBe(true);
  });

  it.each<[string, Step[]]>([
    ['two links', three(later).slice(0, 2)],
    ['one link three times', three(later).map(({ at }) => step(at, 'a'))],
    [
      'three links in more than two seconds',
      [...three(later).slice(0, 2), step(later + 2_001, 'c')],
    ],
    ['a burst at another time', three(later + 2_001)],
  ])('%s are none', (_, around) => {
    expect(judged(later, [], around).signs).toEqual([]);
  });

  it.each([-10_000, 0, 10_000])('the trap %i ms from it is enough', (away) => {
    expect(judged(later, [], [step(later + away, 'trap')])).toEqual({
      machine: true,
      signs: ['trap'],
    });
  });

  it('a trap longer ago says nothing of who comes now', () => {
    expect(judged(later, [], [step(later - 10_001, 'trap')]).machine).toBe(false);
  });
});
