// The product as its clients meet it: Segment's own library unmodified, a form, a mailbox that unsubscribes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Analytics } from '@segment/analytics-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Letter } from '../../infra/local/outbox.ts';
import { RuntimeProcess } from '../support/runtime-process.ts';

let dataDir: string;
let runtime: RuntimeProcess;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'clients-'));
  runtime = new RuntimeProcess(dataDir);
  await runtime.start();
}, 120_000);

afterAll(async () => {
  await runtime.kill();
  rmSync(dataDir, { recursive: true });
});

/** What a website does with Segment's library, until everything it said is acknowledged. */
async function website(say: (analytics: Analytics) => void): Promise<void> {
  const analytics = new Analytics({ writeKey: runtime.writeKey, host: runtime.url });
  const failures: unknown[] = [];
  analytics.on('error', (failure) => failures.push(failure));
  say(analytics);
  await analytics.closeAndFlush();
  expect(failures).toEqual([]);
}

/** What a browser does with a filled-in form. */
async function fillIn(email: string, name: string): Promise<void> {
  const body = new URLSearchParams({ email, first_name: name, consent: 'yes' });
  const answer = await fetch(`${runtime.url}/f/${runtime.writeKey}`, { method: 'POST', body });
  expect(answer.status).toBe(200);
}

async function mailbox(email: string): Promise<Letter[]> {
  await runtime.advance('PT1S');
  return runtime.get(`/_local/outbox.json?to=${email}`);
}

const day = 86_400_000;

const daysOf = (letters: readonly Letter[]) =>
  letters.map(({ sentAt }) =>
    Math.round((Date.parse(sentAt) - Date.parse(letters[0]?.sentAt ?? '')) / day),
  );

interface Row {
  readonly transitions: readonly { readonly kind: string; readonly reason?: string }[];
}

async function decisions(email: string) {
  const { items: rows } = await runtime.api<{ readonly items: readonly Row[] }>(
    `/contacts/email:${email}/timeline`,
  );
  return rows.flatMap(({ transitions }) => transitions);
}

describe("Segment's library for Node", () => {
  it('brings a caller the offer, by name', async () => {
    await website((analytics) => {
      analytics.identify({
        userId: 'nora',
        traits: { email: 'nora@example.com', firstName: 'Nora' },
      });
      analytics.track({
        userId: 'nora',
        event: 'Support Call Logged',
        properties: { topic: 'credit card interest rate' },
      });
    });
    const [offer, ...others] = await mailbox('nora@example.com');
    expect(offer).toMatchObject({
      to: 'nora@example.com',
      subject: 'A lower rate on your card, Nora',
      campaign: 'event-based',
    });
    expect(offer?.text).toContain('Hi Nora,');
    expect(offer?.html).toContain('Your call: Credit card interest rate');
    expect(others).toEqual([]);
  });

  it('brings nothing to someone who called about something else, and the reason is kept', async () => {
    await website((analytics) => {
      analytics.identify({ userId: 'otto', traits: { email: 'otto@example.com' } });
      analytics.track({
        userId: 'otto',
        event: 'Support Call Logged',
        properties: { topic: 'a lost card' },
      });
    });
    expect(await mailbox('otto@example.com')).toEqual([]);
    expect(await decisions('otto@example.com')).toContainEqual(
      expect.objectContaining({ kind: 'not_entered', reason: 'where_not_met' }),
    );
  });
});

describe('a lead from a form', () => {
  it('is mailed at once, on day 3 and on day 9, though the runtime is killed in between', async () => {
    await fillIn('ada@example.com', 'Ada');
    expect(await mailbox('ada@example.com')).toHaveLength(1);
    await runtime.advance('P4D');
    await runtime.kill();
    await runtime.start();
    await runtime.advance('P10D');
    const letters = await mailbox('ada@example.com');
    expect(letters.map(({ subject }) => subject)).toEqual([
      'Start with the twenty minutes you lose every day',
      'How nine people got eleven hours a week back',
      'Ada, twenty minutes with your own data?',
    ]);
    expect(daysOf(letters)).toEqual([0, 3, 9]);
  }, 180_000);

  it('gets no further mail once it has booked a demo', async () => {
    await fillIn('emil@example.com', 'Emil');
    await runtime.advance('P4D');
    await website((analytics) => {
      analytics.identify({ userId: 'emil', traits: { email: 'emil@example.com' } });
      analytics.track({ userId: 'emil', event: 'Demo Booked' });
    });
    await runtime.advance('P10D');
    expect(daysOf(await mailbox('emil@example.com'))).toEqual([0, 3]);
    expect(await decisions('emil@example.com')).toContainEqual(
      expect.objectContaining({ kind: 'goal_reached' }),
    );
  });
});

describe('the link that unsubscribes', () => {
  const linkIn = (letter: Letter | undefined) =>
    /<([^>]+)>/.exec(letter?.headers['list-unsubscribe'] ?? '')?.[1] ?? '';

  it('does nothing when a scanner of mails only looks', async () => {
    await fillIn('lena@example.com', 'Lena');
    const [welcome] = await mailbox('lena@example.com');
    const page = await fetch(linkIn(welcome));
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<form method="post"');
    await runtime.advance('P4D');
    expect(await mailbox('lena@example.com')).toHaveLength(2);
  });

  it('holds back all further mails after the one click of a mailbox', async () => {
    await fillIn('hugo@example.com', 'Hugo');
    const [welcome] = await mailbox('hugo@example.com');
    expect(welcome?.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    const answer = await fetch(linkIn(welcome), { method: 'POST', body });
    expect(answer.status).toBe(200);
    await runtime.advance('P14D');
    expect(await mailbox('hugo@example.com')).toHaveLength(1);
    expect(await decisions('hugo@example.com')).toContainEqual(
      expect.objectContaining({ kind: 'withheld', reason: 'unsubscribed' }),
    );
  });
});
