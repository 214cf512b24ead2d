// A mail is written, looked at as its reader sees it, and tested; and a broadcast of it is sent.
import { expect } from 'vitest';
import { addressOf, crowd, type Week } from './week.ts';

const subjectOf = ({ cast }: Week) => `Spring for ${cast.kind}`;

export async function writeMail(week: Week): Promise<void> {
  const { hand, cast, opened } = week;
  await hand.press('link', 'Templates');
  await hand.press('button', 'New template');
  await hand.fill('Name', `spring-${cast.kind}`);
  await hand.choose('Begin with', 'Like newsletter', 'Like news');
  await hand.press('button', 'Begin');
  await hand.press('button', 'Preview as…');
  await hand.fill('Subject', `${subjectOf(week)}, {{ person.first_name }}`);
  await hand.choose('Contact', `${cast.first} ${cast.last}`, cast.search);
  await hand.sees(`${subjectOf(week)}, ${cast.first}`);
  await hand.press('radio', 'Desktop');
  await hand.press('switch', 'In the dark');
  await hand.press('button', 'Send a test');
  await hand.fill('Recipients', `${cast.kind}@example.com,`);
  await hand.press('button', 'Send');
  await hand.sees(`Sent to ${cast.kind}@example.com`);
  await hand.confirm('Close');
  const [letter] = await opened.runtime.outbox.letters({ to: `${cast.kind}@example.com` });
  expect(letter?.subject).toBe(`[Test] ${subjectOf(week)}, ${cast.first}`);
  await hand.press('button', 'Save');
  await hand.sees('Saved as version 2.');
}

export async function sendBroadcast(week: Week): Promise<void> {
  const { hand, cast, opened } = week;
  await hand.press('link', 'Broadcasts');
  await hand.press('link', 'New broadcast');
  await hand.fill('Name', `Spring ${cast.kind}`);
  await hand.press('radio', 'A segment');
  await hand.choose('Segment', `People of ${cast.kind}`);
  await hand.choose('Template', `spring-${cast.kind}`, `spring-${cast.kind}`);
  await hand.sees('Whom it reaches');
  await hand.press('button', 'Start…');
  await hand.sees(`goes to about ${crowd - 1} people`);
  await hand.press('button', 'Yes, start it');
  await hand.sees('It is scheduled');
  const { runtime } = opened;
  await runtime.forward.advanceTo(runtime.clock.now() + 5 * 60_000);
  // It goes on by itself, and is come back to.
  await hand.press('link', 'Broadcasts');
  await hand.press('link', `Spring ${cast.kind}`);
  await figure('People chosen', crowd);
  await figure('Mails sent', crowd - 1);
  await hand.sees('Done');
  const letters = await runtime.outbox.letters({ to: `${cast.kind}-` });
  const told = letters.filter(({ subject }) => subject.startsWith(subjectOf(week)));
  const people = [...Array(crowd).keys()].slice(1).map((person) => addressOf(cast, person));
  expect(told.map(({ to }) => to).sort()).toEqual(people.sort());

  async function figure(name: string, value: number) {
    await hand.page.waitForFunction(
      (label, text) => document.querySelector(`[data-figure="${label}"]`)?.textContent === text,
      {},
      name,
      String(value),
    );
  }
}
