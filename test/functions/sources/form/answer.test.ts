import { expect, test } from 'vitest';
import { openDoor, type Sent } from '../../../support/door.ts';

const site = 'https://shop.example';
const urlencoded = 'application/x-www-form-urlencoded';
const html = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

const filledIn = (body: string | Buffer, headers: Record<string, string> = {}): Sent => ({
  path: '/f/wk/newsletter',
  headers: { 'content-type': urlencoded, accept: html, origin: site, ...headers },
  body,
});
const asked = (fields: object, headers: Record<string, string> = {}): Sent =>
  filledIn(JSON.stringify(fields), {
    'content-type': 'application/json',
    accept: 'application/json',
    ...headers,
  });

test.each([
  ['/thanks', `${site}/thanks`],
  [`${site}/thanks?a=1&b=2`, `${site}/thanks?a=1&b=2`],
])('a person goes on to %s of the site they came from', async (next, location) => {
  const door = openDoor('wk');
  const answer = await door.send(filledIn(`email=a@example.com&_next=${encodeURIComponent(next)}`));
  expect(answer).toMatchObject({ statusCode: 303, headers: { location } });
});

test.each([
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example',
  'javascript:alert(1)',
  'https://shop.example.evil.example/',
  'https://shop.example@evil.example/',
  'http://shop.example/',
])('nobody is sent to %s', async (next) => {
  const door = openDoor('wk');
  const answer = await door.send(
    filledIn(`email=a@example.com&_redirect=${encodeURIComponent(next)}`),
  );
  expect(answer.statusCode).toBe(200);
  expect(answer.headers.location).toBeUndefined();
  expect(answer.body).toContain('<h1>Thank you</h1>');
});

test('where the browser hides the origin, the referer stands in, and without both there is no redirect', async () => {
  const door = openDoor('wk');
  const sent = 'email=a@example.com&_next=/thanks';
  const referred = filledIn(sent, { origin: 'null', referer: `${site}/page` });
  expect((await door.send(referred)).headers.location).toBe(`${site}/thanks`);
  expect((await door.send(filledIn(sent, { origin: 'null' }))).statusCode).toBe(200);
});

test('a page without an origin of its own gets nobody to run its script', async () => {
  const door = openDoor('wk');
  const sent = 'email=a@example.com&_next=javascript:alert(1)';
  const answer = await door.send(filledIn(sent, { origin: 'null', referer: 'about:blank' }));
  expect(answer.statusCode).toBe(200);
  expect(answer.body).not.toContain('about:blank');
});

test('nothing a stranger wrote gets into the page unescaped', async () => {
  const door = openDoor('wk');
  const referer = `${site}/?a=1&q="><script>alert('1')</script>`;
  const answer = await door.send(filledIn('email=a@example.com', { referer }));
  expect(answer.body).not.toContain('<script');
  expect(answer.body).toContain(`href="${site}/?a=1&amp;q=`);
  expect(answer.body).toContain('Back to shop.example');
  expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
});

test('an answer is JSON when JSON is preferred, and a page otherwise', async () => {
  const door = openDoor('wk');
  const kinds = ['application/json', 'application/json, text/html', html, '*/*'];
  const types = await Promise.all(
    kinds.map(async (accept) => {
      const answer = await door.send(asked({ email: 'a@example.com' }, { accept }));
      return answer.headers['content-type']?.split(';')[0];
    }),
  );
  expect(types).toEqual(['application/json', 'application/json', 'text/html', 'application/json']);
});

test('a form without scripts in an unknown account is told so on a page', async () => {
  const answer = await openDoor('other').send(filledIn('email=a@example.com'));
  expect(answer).toMatchObject({ statusCode: 401 });
  expect(answer.body).toContain('That did not work');
});
