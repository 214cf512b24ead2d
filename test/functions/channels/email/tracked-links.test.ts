// Tracked links: which of a mail's links are followed, that each leads exactly where it did, and that nothing else does.
import { describe, expect, it } from 'vitest';
import {
  markLinks,
  type Tracker,
  trackerOf,
  trackLinks,
} from '../../../../functions/channels/email/tracked-links.ts';
import { verifyTracked } from '../../../../functions/channels/email/tracking-token.ts';

const mail = { contact: 'con_1', message: 'msg_1', campaign: 'spring', sentAt: 1_700_000_000_000 };
const place = { key: 'secret', publicUrl: 'https://crm.example' };
const both = { opens: true, clicks: true };
const tracker = trackerOf(mail, both, place) as Tracker;

const hrefs = (html: string) =>
  [...html.matchAll(/href\s*=\s*["']?([^"'\s>]*)/g)].map(([, one = '']) => one);

/** Where the links of a mail lead in the end. */
const targets = (html: string) =>
  hrefs(html).map((href) => {
    const token = href.split('/c/')[1];
    const claim = token === undefined ? token : verifyTracked(token, 'link', [place.key]);
    return claim?.kind === 'click' ? claim.url : (claim?.kind ?? href);
  });

const tracked = (html: string) => trackLinks(markLinks(html), tracker);

describe('a link', () => {
  it.each([
    [
      '<a href="https://shop.example/hats?a=1&amp;b=2#top">',
      'https://shop.example/hats?a=1&b=2#top',
    ],
    ['<a href="https://shop.example/?a=1&b=2">', 'https://shop.example/?a=1&b=2'],
    ['<a href="https://shop.example/?q=&#39;x&#x27;&quot;">', `https://shop.example/?q='x'"`],
    ["<a href='http://shop.example/it'>", 'http://shop.example/it'],
    ['<a class=x href=https://shop.example/bare>', 'https://shop.example/bare'],
    ['<A HREF="HTTPS://SHOP.example/">', 'HTTPS://SHOP.example/'],
    ['<a\n  title="a > b"\n  href=" https://shop.example/ ">', 'https://shop.example/'],
    ['<area shape="rect" href="https://shop.example/map">', 'https://shop.example/map'],
    [
      '<!--[if mso]><v:roundrect href="https://shop.example/vml"><![endif]-->',
      'https://shop.example/vml',
    ],
    ['<a href="https://shop.example/کفش?نام=x">', 'https://shop.example/کفش?نام=x'],
  ])('%s leads to the same place, and is tracked', (html, url) => {
    const lower = tracked(html).replace('HREF', 'href');
    expect(lower).toContain('https://crm.example/c/');
    expect(targets(lower)[0]).toBe(url);
  });

  it.each([
    '<a href="mailto:a@b.example">',
    '<a href="tel:+481">',
    '<a href="#top">',
    '<a data-no-track href="https://shop.example/">',
    '<a ses:no-track="" href="https://shop.example/">',
    '<a href="https://shop.example/" rel="noopener no-track">',
    '<a href="{{ unsubscribe_url }}">',
    '<a href="{{ preferences_url }}?x=1">',
    '<a href="https://x.example/?next={{ confirm_url }}">',
    '<a href="https://crm.example/u/token">',
    '<a href="https://crm.example/confirm/token">',
    '<a name="here">',
    '<link href="https://fonts.example/a.css">',
    `<a href="https://shop.example/${'x'.repeat(2_000)}">`,
    '{% assign x = \'<a href="https://shop.example/">\' %}',
  ])('%s stays as it is', (html) => {
    expect(tracked(html).startsWith(html)).toBe(true);
  });

  it('of data is looked at when it is known: only one that leads to the web is tracked', () => {
    const template = markLinks('<a href="{{ event.url }}">');
    const filled = (value: string) =>
      trackLinks(template.replace('{{ event.url }}', value), tracker);
    expect(targets(filled('https://x.example/?a&amp;b'))[0]).toBe('https://x.example/?a&b');
    expect(targets(filled('mailto:a@b.example'))[0]).toBe('mailto:a@b.example');
    expect(targets(filled('javascript:alert(1)'))[0]).toBe('javascript:alert(1)');
    const bare = markLinks('<a class=x href={{ event.url }}?x=1>').replace(
      '{{ event.url }}',
      'https://x.example/',
    );
    expect(targets(trackLinks(bare, tracker))[0]).toBe('https://x.example/?x=1');
    expect(targets(filled('|'))[0]).toBe('|');
  });
});

describe('the end of a mail', () => {
  const html = '<html><body><p>İ</p></body></html>';

  it('has a pixel, and a trap that neither eyes nor readers find', () => {
    const end = tracked(html);
    expect(end).toMatch(/<p>İ<\/p><a .*<\/a><img .*><\/body><\/html>$/);
    expect(end).toMatch(/<a href="\S+" aria-hidden="true" tabindex="-1"[^>]*display:none/);
    expect(targets(end)).toEqual(['trap']);
    const pixel = /src="https:\/\/crm\.example\/o\/([^"]+)"/.exec(end)?.[1] ?? '';
    expect(verifyTracked(pixel, 'pixel', [place.key])).toEqual({ ...mail, kind: 'open' });
  });

  it('is where it was when nothing is tracked, and every link is', () => {
    const plain = '<body><a href="https://shop.example/?a=1&amp;b">x</a></body>';
    expect(trackLinks(markLinks(plain))).toBe(plain);
  });

  it.each([
    [{ opens: false, clicks: true }, ['https://shop.example/', 'trap'], false],
    [{ opens: true, clicks: false }, ['https://shop.example/'], true],
  ])('has what is switched on: %j', (on, all, hasPixel) => {
    const written = trackLinks(
      markLinks('<a href="https://shop.example/">'),
      trackerOf(mail, on, place),
    );
    expect(targets(written)).toEqual(all);
    expect(written.includes('/o/')).toBe(hasPixel);
    expect(written.includes('/c/')).toBe(on.clicks);
  });

  it('has nothing when all is off', () => {
    expect(trackerOf(mail, { opens: false, clicks: false }, place)).toBeUndefined();
  });
});
