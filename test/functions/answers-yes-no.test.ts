// Yes and no in three languages, and what is neither.
import { expect, test } from 'vitest';
import { answered, answeredPlainly, saidOfMail } from '../../functions/answers-yes-no.ts';

test.each([
  'yes',
  'TRUE',
  '1',
  '۱',
  'on',
  'y',
  'Tak',
  't',
  'wyrażam zgodę',
  'بله',
  'آری',
  'Opted-in',
  'subscribed',
])('%j is a yes', (text) => expect(answered(text)).toBe('yes'));

test.each([
  'no',
  'False',
  '0',
  '۰',
  'off',
  'n',
  'NIE',
  'nie wyrażam zgody',
  'خیر',
  'نه',
  'unsubscribed',
  'Opted out',
  'cleaned',
  'non-subscribed',
  'nein',
  'ne',
  'no thanks',
  'No, thanks',
  'nie chcę',
  'Nein, danke',
  'رد',
  'نمی‌خواهم',
])('%j is a no', (text) => expect(answered(text)).toBe('no'));

test.each([
  '',
  ' ',
  'maybe',
  'yes?',
  '-1',
  '+1',
  '2',
  '10',
  '1.0',
  'n/a',
  'y/n',
  'tak/nie',
  '2025-01-01',
  'pending',
])('%j is neither', (text) => expect(answered(text)).toBeUndefined());

test('what is said of mail is no plain answer', () => {
  expect(answeredPlainly('unsubscribed')).toBeUndefined();
  expect(saidOfMail('unsubscribed')).toBe('no');
  for (const declined of ['no thanks', 'ne', 'رد']) {
    expect(answeredPlainly(declined)).toBeUndefined();
    expect(saidOfMail(declined)).toBeUndefined();
  }
});
