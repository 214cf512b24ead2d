import { describe, expect, test } from 'vitest';
import { formProvider } from '../../../../functions/sources/form/provider.ts';
import { openDoor, type Sent } from '../../../support/door.ts';
import { hookRequest, readHook } from '../../../support/hooks.ts';
import { hookSource } from '../../../support/webhooks.ts';

const site = 'https://shop.example';
const urlencoded = 'application/x-www-form-urlencoded';

const filledIn = (body: string, headers: Record<string, string> = {}): Sent => ({
  path: '/f/wk/newsletter',
  headers: { 'content-type': urlencoded, accept: 'text/html', origin: site, ...headers },
  body,
});

/** A door with a form that the owner has set so. */
async function doorWith(settings: object) {
  const door = openDoor('wk');
  const set = formProvider.settings?.parse(settings) ?? {};
  await door.hooks.change('newsletter', () =>
    hookSource({ name: 'newsletter', kind: 'form', secrets: [], settings: set }),
  );
  return door;
}

describe('what proves a consent given in a form', () => {
  test('is the words, their version, and the page without what may say who somebody is', async () => {
    const door = openDoor('wk');
    const body = 'email=a@example.com&consent=yes&consent_wording=News&consent_version=2026-05';
    await door.send(filledIn(body, { referer: `${site}/join?email=a@example.com#x` }));
    const [event] = door.events();
    expect(event?.consent).toEqual({
      status: 'subscribed',
      method: 'form',
      wording: 'News',
      version: '2026-05',
      page: `${site}/join`,
    });
    expect(event?.properties).toEqual({ form: 'newsletter' });
  });

  test('stays small, and is the site where the browser tells no page', async () => {
    const door = openDoor('wk');
    const words = 'x'.repeat(5_000);
    await door.send(
      filledIn(`email=a@example.com&consent=yes&consent_wording=${words}&consent_version=${words}`),
    );
    const consent = door.events()[0]?.consent;
    expect([consent?.wording?.length, consent?.version?.length]).toEqual([2_000, 100]);
    expect(consent?.page).toBe(`${site}/`);
  });
});

describe('a form that the owner has set', () => {
  test('says whose a phone number is that does not say; what cannot be read stays', async () => {
    const door = await doorWith({ phone_country: 'PL' });
    for (const phone of ['501 501 501', '%2B98 21 8888 7777', 'ask Ann'])
      await door.send(filledIn(`email=a@example.com&phone=${phone}`));
    const phones = door.events().map(({ traits }) => traits?.phone);
    expect(phones).toEqual(['+48501501501', '+982188887777', 'ask Ann']);
  });

  test('stands only on their sites', async () => {
    const door = await doorWith({ origins: [`${site}/anything`] });
    expect(await door.send(filledIn('email=a@example.com'))).toMatchObject({ statusCode: 200 });
    for (const origin of ['https://evil.example', 'http://shop.example', 'null', ''])
      expect(await door.send(filledIn('email=a@example.com', { origin }))).toMatchObject({
        statusCode: 403,
      });
    const elsewhere = { ...filledIn('email=a@example.com'), path: '/f/wk/other' };
    const headers = { ...elsewhere.headers, origin: 'https://evil.example' };
    expect(await door.send({ ...elsewhere, headers })).toMatchObject({ statusCode: 200 });
  });

  test('sends people on to the sites that are listed, and to no others', async () => {
    const door = await doorWith({ redirect_to: ['https://thanks.example'] });
    const next = async (address: string) =>
      (await door.send(filledIn(`email=a@example.com&_next=${encodeURIComponent(address)}`)))
        .headers.location;
    expect(await next('https://thanks.example/you?a=1')).toBe('https://thanks.example/you?a=1');
    expect(await next(`${site}/done`)).toBe(`${site}/done`);
    expect(await next('https://thanks.example.evil.example/')).toBeUndefined();
    expect(await next('http://thanks.example/')).toBeUndefined();
  });
});

describe('a program', () => {
  const page = '<h1>Thank you</h1>';

  test('that fills in a form faster than anybody can is told the same, and set aside', async () => {
    const door = openDoor('wk');
    const send = (shown: number | string) => door.send(filledIn(`email=a@example.com&_t=${shown}`));
    expect((await send(Date.now() - 500)).body).toContain(page);
    expect(door.events()).toEqual([]);
    expect((await door.quarantine())[0]?.rejected[0]?.reason).toMatch(/^Spam: .* faster/);
    for (const shown of [Date.now() - 5_000, Date.now() + 60_000, 'soon', '']) await send(shown);
    expect(door.events()).toHaveLength(4);
  });

  test('that takes as long as the owner wants is let in', async () => {
    const door = await doorWith({ fill_seconds: 0 });
    await door.send(filledIn(`email=a@example.com&_t=${Date.now()}`));
    expect(door.events()).toHaveLength(1);
  });

  test('that fills in one address again and again is told the same, and set aside', async () => {
    const door = await doorWith({ per_address: 3 });
    const answers = [];
    for (let at = 0; at < 5; at += 1)
      answers.push(await door.send(filledIn(`email=A@example.com&message=${at}`)));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    await door.send(filledIn('email=b@example.com'));
    expect(door.events()).toHaveLength(4);
    expect((await door.quarantine()).map(({ rejected }) => rejected[0]?.reason)).toEqual([
      'Spam: one address too often within an hour',
      'Spam: one address too often within an hour',
    ]);
  });
});

describe('a form that a server sends on', () => {
  test('is a lead like any other', () => {
    const headers = { 'content-type': 'application/json' };
    expect(
      readHook(formProvider, { email: 'a@example.com', message: 'Hi' }, { headers }).events,
    ).toMatchObject([
      {
        name: 'Lead Captured',
        email: 'a@example.com',
        properties: { message: 'Hi', form: 'shop' },
      },
    ]);
    expect(readHook(formProvider, { message: 'Hi' }, { headers }).rejected).toHaveLength(1);
  });

  test('is refused with files in it', () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    const sent = hookRequest(formProvider, '--x--', { headers });
    expect(() => formProvider.read(sent)).toThrow('Post the form as');
  });
});
