// Every shipped mail as bytes, read back by a parser that nobody here wrote: nothing of it is lost on the way.
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { marketingHeaders } from '../../../../functions/channels/email/marketing-headers.ts';
import { compose, type Mailbox } from '../../../../functions/channels/email/mime.ts';
import {
  knownTo,
  renderShipped,
  type ShippedMail,
  shippedMails,
  strangerTo,
} from '../../../support/shipped-mails.ts';

const senders: Readonly<Record<string, Mailbox>> = {
  en: { name: 'Larkspur & Sons, Leeds', address: 'news@mail.example.com' },
  pl: { name: 'Ogród „Zażółć”', address: 'news@mail.example.com' },
  fa: { name: 'باغ‌وبهار، فروشگاه گل', address: 'news@mail.example.com' },
};

const date = Date.UTC(2026, 10, 22, 9, 30);

/** Line breaks of every kind stand for the same one. */
const content = (text = '') => text.replace(/\r\n?/g, '\n').trimEnd();

function write(mail: ShippedMail, said: Awaited<ReturnType<typeof renderShipped>>) {
  const from = senders[mail.language] as Mailbox;
  const to = { name: String(knownTo(mail).person.first_name), address: 'sara@example.com' };
  const headers =
    mail.source.kind === 'marketing'
      ? marketingHeaders('https://crm.example.com/u/token', 'cmp_1', 'mail.example.com')
      : {};
  const { subject, html, text } = said;
  return {
    from,
    to,
    headers,
    raw: compose({ id: 'msg_01', from, to, subject, html, text, date, headers }),
  };
}

test.each(shippedMails.map((mail) => [`${mail.name} in ${mail.language}`, mail] as const))(
  '%s is read as it was written',
  async (_, mail) => {
    for (const data of [knownTo(mail), strangerTo(mail)]) {
      const said = await renderShipped(mail, data);
      const { from, to, headers, raw } = write(mail, said);
      const read = await PostalMime.parse(raw);
      expect(read).toMatchObject({ subject: said.subject, from, to: [to] });
      expect(content(read.text)).toBe(content(said.text));
      expect(content(read.html)).toBe(content(said.html));
      expect(read).toMatchObject({ messageId: '<msg_01@mail.example.com>', attachments: [] });
      expect(Date.parse(read.date ?? '')).toBe(date);
      const written = Object.entries(headers).map(([key, value]) => [key.toLowerCase(), value]);
      const known = new Map(read.headers.map(({ key, value }) => [key, value]));
      expect(written.map(([key = '']) => [key, known.get(key)])).toEqual(written);
      expect(known.has('list-unsubscribe')).toBe(mail.source.kind === 'marketing');
    }
  },
);

test('a letter that went missing would be told', async () => {
  const mail = shippedMails.find(({ language }) => language === 'fa') as ShippedMail;
  const said = await renderShipped(mail);
  const { raw } = write(mail, { ...said, text: said.text.replace('\u200c', '') });
  expect(content((await PostalMime.parse(raw)).text)).not.toBe(content(said.text));
});
