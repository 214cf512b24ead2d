// Every link of the marketing mails that ship is tracked, leads where it led, and nothing else of the mail is different.
import { expect, test } from 'vitest';
import { type Tracker, trackerOf } from '../../../../functions/channels/email/tracked-links.ts';
import { verifyTracked } from '../../../../functions/channels/email/tracking-token.ts';
import { knownTo, renderShipped, shippedMails } from '../../../support/shipped-mails.ts';

const mail = { contact: 'con_1', message: 'msg_1', campaign: 'spring', sentAt: 1_700_000_000_000 };
const place = { key: 'secret', publicUrl: 'https://crm.example' };
const tracker = trackerOf(mail, { opens: true, clicks: true }, place) as Tracker;

const link = /https:\/\/crm\.example\/c\/([\w.-]+)/g;

function untracked(html: string): string {
  const end = html.lastIndexOf('<a href="https://crm.example/c/');
  const rest = html.slice(end).replace(/^<a [^>]*><\/a><img [^>]*>/, '');
  return `${html.slice(0, end)}${rest}`.replaceAll(link, (whole, token: string) => {
    const claim = verifyTracked(token, 'link', [place.key]);
    return claim?.kind === 'click' ? claim.url.replaceAll('&', '&amp;') : whole;
  });
}

const mails = shippedMails.filter(
  ({ source, language }) => source.kind === 'marketing' && ['en', 'fa'].includes(language),
);

test.each(mails.map((one) => [`${one.name} in ${one.language}`, one] as const))(
  '%s',
  async (_, shipped) => {
    const plain = await renderShipped(shipped);
    const tracked = await renderShipped(shipped, { ...knownTo(shipped), tracker });
    expect(untracked(tracked.html)).toBe(plain.html.replaceAll(/&(?!amp;)(?=\w+=)/g, '&amp;'));
    expect(tracked.text).toBe(plain.text);
    const hrefs = [...tracked.html.matchAll(/<(?:a|v:\w+)\b[^>]*\shref="(https?:[^"]*)"/g)];
    const others = hrefs.map(([, href = '']) => href).filter((href) => !href.includes('/c/'));
    for (const href of others) expect(href).toMatch(/unsubscribe|preferences|confirm|\/[up]\//);
    expect([...tracked.html.matchAll(link)].length).toBeGreaterThan(1);
  },
);
