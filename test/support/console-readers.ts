// The readers of the shop's mails: each opens the day's mail in a browser, and every other one follows a link in it.
import type { Letter } from '../../infra/local/outbox.ts';
import type { Runtime } from '../../infra/local/runtime.ts';

const headers = {
  'user-agent':
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  'accept-language': 'en-GB',
};

/** Those that came within the last day; what bounces is read by nobody. */
export async function readMails({ url, outbox, clock, forward }: Runtime): Promise<void> {
  const yesterday = clock.now() - 86_400_000;
  const letters = await outbox.letters();
  const came = letters.filter(({ to }) => !to.startsWith('bounce'));
  for (const letter of came.filter(({ sentAt }) => Date.parse(sentAt) >= yesterday))
    for (const path of followed(letter)) await fetch(url + path, { headers, redirect: 'manual' });
  await forward.quiet();
}

/** The picture that tells of an opening, and the first link. */
function followed({ html, number }: Pick<Letter, 'html' | 'number'>): string[] {
  const found = (kind: string) => new RegExp(`/${kind}/[\\w.-]+`).exec(html)?.[0] ?? [];
  return [found('o'), number % 2 === 0 ? found('c') : []].flat();
}
