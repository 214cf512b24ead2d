import { expect, test } from 'vitest';
import { leadOf } from '../../../../functions/sources/form/lead.ts';
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

test('a form becomes a captured lead: person, consent with its words, and the other answers', async () => {
  const door = openDoor('wk');
  const answer = await door.send(
    filledIn(
      'email=sara%40example.com&first_name=%D8%B3%D8%A7%D8%B1%D8%A7&last_name=&company=Acme+Inc' +
        '&interests%5B%5D=a&interests%5B%5D=b&message=Hi%21&_gotcha=' +
        '&consent=yes&consent_wording=Send+me+news',
    ),
  );
  expect(answer.statusCode).toBe(200);
  expect(door.events()).toMatchObject([
    {
      type: 'track',
      name: 'Lead Captured',
      email: 'sara@example.com',
      traits: { email: 'sara@example.com', first_name: 'سارا', company: 'Acme Inc' },
      properties: { form: 'newsletter', interests: ['a', 'b'], message: 'Hi!' },
      consent: { status: 'subscribed', method: 'form', wording: 'Send me news' },
      source: 'form/site',
    },
  ]);
});

test.each([
  ['consent_wording=News', undefined],
  ['consent=&consent_wording=News', undefined],
  ['consent=0&consent=1&consent_wording=News', 'News'],
  ['consent=Tak&consent_wording=News', 'News'],
  ['consent=بله&consent_wording=News', 'News'],
  ['consent=News,\r\n please&consent_wording=News, please', 'News, please'],
  ['consent=نه&consent_wording=News', undefined],
  ['consent=nie&consent_wording=nie', undefined],
  ['consent=I do not agree&consent_wording=I agree', undefined],
  ['consent=Nie chcę newslettera&consent_wording=Nie chcę newslettera', undefined],
  ['consent=yes&consent_wording=Nie chcę newslettera', undefined],
  [
    'consent=Yes, send me news. Opt out anytime&consent_wording=Yes, send me news. Opt out anytime',
    'Yes, send me news. Opt out anytime',
  ],
])(
  '%s is consent only when the answer is a yes, or the label of the box',
  async (fields, wording) => {
    const door = openDoor('wk');
    await door.send(filledIn(`email=a@example.com&${fields}`));
    expect(door.events()[0]?.consent?.wording).toBe(wording);
  },
);

test.each([
  ['I want news', 'I want news'],
  ['maybe', 'maybe'],
  ['nie', undefined],
  ['no', undefined],
  ['', undefined],
])(
  'what is said for consent and is no yes gives none, and is kept if it is no no: %s',
  async (said, kept) => {
    const door = openDoor('wk');
    await door.send(asked({ email: 'a@example.com', consent: said }));
    const [event] = door.events();
    expect(event).not.toHaveProperty('consent');
    expect(event?.properties?.consent).toBe(kept);
  },
);

test.each([
  ['Demo Requested', 'Demo Requested'],
  ['demo requested', 'Lead Captured'],
  [`A${'a'.repeat(100)}`, 'Lead Captured'],
])('a form that calls itself %s is a %s', async (wish, name) => {
  const door = openDoor('wk');
  await door.send(asked({ email: 'a@example.com', _event: wish }));
  expect(door.events()).toMatchObject([{ name }]);
});

test('a field may have any name, even one that every object has', async () => {
  const door = openDoor('wk');
  await door.send(filledIn('email=a@example.com&constructor=Sara&toString=x'));
  expect(Object.entries(door.events()[0]?.properties ?? {})).toEqual([
    ['constructor', 'Sara'],
    ['toString', 'x'],
    ['form', 'newsletter'],
  ]);
});

test('a double click is one lead; the same answers a minute later are another', () => {
  const lead = (receivedAt: number, fields: object = {}) =>
    leadOf({ email: 'a@example.com', ...fields }, { writeKey: 'wk', form: undefined, receivedAt })
      .id;
  expect(lead(59_000)).toBe(lead(0));
  expect(lead(60_000)).not.toBe(lead(0));
  expect(lead(0, { name: 'Sara' })).not.toBe(lead(0));
});

test("the page's own id makes a repeat certain, within its form", () => {
  const lead = (form: string, _id: string, receivedAt: number) =>
    leadOf({ email: 'a@example.com', _id }, { writeKey: 'wk', form, receivedAt }).id;
  expect(lead('news', '1', 999_999)).toBe(lead('news', '1', 0));
  expect(lead('news', '2', 0)).not.toBe(lead('news', '1', 0));
  expect(lead('demo', '1', 0)).not.toBe(lead('news', '1', 0));
});

test.each([
  ['without an address', { name: 'Sara' }],
  ['with something else for an address', { email: 'sara at example' }],
  ['with two addresses in one', { email: 'a@example.com,b@example.com' }],
])('a form %s is answered with what to do', async (_, fields) => {
  const door = openDoor('wk');
  const answer = await door.send(asked(fields));
  expect(answer.statusCode).toBe(400);
  expect(JSON.parse(answer.body)).toEqual({
    ok: false,
    errors: ['Please enter a valid email address.'],
  });
  expect(door.events()).toEqual([]);
});

test.each(['_gotcha', 'b_1a2b3c_4d5e6f'])(
  'a bot that fills in %s is told the same and kept as spam',
  async (name) => {
    const door = openDoor('wk');
    const answer = await door.send(filledIn(`email=a@example.com&${name}=x`));
    const honest = await door.send(filledIn(`email=a@example.com&${name}=`));
    expect(answer).toEqual(honest);
    expect(door.events()).toHaveLength(1);
    expect(await door.quarantine()).toMatchObject([
      { source: 'form/site', reason: `Spam: ${name} is filled in` },
    ]);
  },
);

test.each([
  [415, 'text/plain', 'email=a@example.com\r\n'],
  [415, '', 'email=a@example.com'],
  [413, urlencoded, `email=a@example.com&x=${'x'.repeat(65_536)}`],
  [400, urlencoded, `email=a@example.com&${'x=1&'.repeat(100)}`],
  [400, urlencoded, 'email=a@example.com&name=%B3%ff'],
  [400, urlencoded, 'email=a@example.com&_charset_=klingon'],
  [400, 'application/json', '{"email":'],
  [400, 'application/json', '["email"]'],
  [400, 'application/json', `{"email":"a@example.com","x":${'['.repeat(99)}${']'.repeat(99)}}`],
  [400, 'multipart/form-data', 'no boundary'],
  [400, 'multipart/form-data; boundary=x', 'no part'],
  [
    400,
    'multipart/form-data; boundary=x',
    '--x\r\nContent-Disposition: form-data; name="email"\r\n\r\na',
  ],
])('%i is the answer to a broken form in %s', async (status, type, body) => {
  const door = openDoor('wk');
  expect((await door.send(filledIn(body, { 'content-type': type }))).statusCode).toBe(status);
  expect(door.events()).toEqual([]);
});

test('a page in another encoding is read when it says which', async () => {
  const door = openDoor('wk');
  await door.send(filledIn('email=a@example.com&name=%AF%F3%B3%E6&_charset_=windows-1250'));
  expect(door.events()).toMatchObject([{ traits: { name: 'Żółć' } }]);
});

test('a multipart form in another encoding is refused and not kept garbled', async () => {
  const door = openDoor('wk');
  const part = (name: string, text: string) =>
    `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`;
  const body = `${part('email', 'a@example.com')}${part('name', 'caf\u00e9')}--x--\r\n`;
  const headers = { 'content-type': 'multipart/form-data; boundary=x', accept: 'application/json' };
  const answer = await door.send(filledIn(Buffer.from(body, 'latin1'), headers));
  expect(JSON.parse(answer.body)).toEqual({ ok: false, errors: ['The form is not in UTF-8.'] });
});

test('an uploaded file is left out and the fields around it are read', async () => {
  const door = openDoor('wk');
  const part = (disposition: string, text: string) =>
    `--x\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${text}\r\n`;
  const body = `${part('name="email"', 'a@example.com')}${part('name="cv"; filename="cv.pdf"', '%PDF')}${part('name="tag"', 'b')}${part('name="tag"', 'c')}--x--\r\n`;
  await door.send(
    filledIn(Buffer.from(body), { 'content-type': 'multipart/form-data; boundary=x' }),
  );
  expect(door.events()[0]?.properties).toEqual({ form: 'newsletter', tag: ['b', 'c'] });
});
