// Tokens of tracked links: what we signed is read back, and nothing else is, however it was put together.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signMail, verifyTracked } from '../../../../functions/channels/email/tracking-token.ts';

const mail = { contact: 'con_1', message: 'msg_1', campaign: 'spring', sentAt: 1_700_000_000_000 };
const signer = signMail(mail, 'key');
const url = 'https://shop.example/hats?a=1';
const click = signer.click(url) ?? '';

describe('a token', () => {
  it('is read by the key that signed it, also when newer ones stand before it', () => {
    expect(verifyTracked(click, 'link', ['key'])).toEqual({ ...mail, kind: 'click', url });
    expect(verifyTracked(click, 'link', ['new', 'key'])).toBeDefined();
    expect(verifyTracked(click, 'link', ['new'])).toBeUndefined();
    expect(verifyTracked(click, 'link', [])).toBeUndefined();
  });

  it('of a pixel is no link, and that of a link is no pixel', () => {
    expect(verifyTracked(signer.open(), 'pixel', ['key'])?.kind).toBe('open');
    expect(verifyTracked(signer.open(), 'link', ['key'])).toBeUndefined();
    expect(verifyTracked(signer.trap(), 'link', ['key'])?.kind).toBe('trap');
    expect(verifyTracked(signer.trap(), 'pixel', ['key'])).toBeUndefined();
    expect(verifyTracked(click, 'pixel', ['key'])).toBeUndefined();
  });

  it('of a mail does not carry the address of another', () => {
    const other =
      signMail({ ...mail, message: 'msg_2' }, 'key').click('https://evil.example/') ?? '';
    const [mine, theirs] = [click.split('.'), other.split('.')];
    for (const at of [4, 5]) {
      const mixed = mine.with(at, theirs[at] ?? '').join('.');
      expect(verifyTracked(mixed, 'link', ['key'])).toBeUndefined();
    }
  });

  it('says nothing that a person could be found by, and fits into a line of a mail', () => {
    expect(click).toMatch(/^[\w.-]+$/);
    expect(click.length).toBeLessThan(150);
  });

  it('is refused for ids that it could not carry, and for an address that is too long', () => {
    expect(() => signMail({ ...mail, contact: 'a@b.example' }, 'key')).toThrow('does not fit');
    expect(signer.click(`https://x.example/${'x'.repeat(2_000)}`)).toBeUndefined();
  });

  it('is read back whatever address it carries', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (any) => {
        const token = signer.click(any) ?? '';
        expect(verifyTracked(token, 'link', ['key'])).toMatchObject({ url: any });
      }),
      { numRuns: 25 },
    );
  });

  it('that was changed anywhere leads nowhere', () => {
    const letters = fc.constantFrom(...'abcXYZ019_-.%/'.split(''));
    fc.assert(
      fc.property(fc.nat(click.length - 1), letters, (at, letter) => {
        const changed = `${click.slice(0, at)}${letter}${click.slice(at + 1)}`;
        fc.pre(changed !== click);
        expect(verifyTracked(changed, 'link', ['key'])).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  it('made by somebody who knows ours, but not the key, leads nowhere', () => {
    const payload = fc.webUrl().map((any) => Buffer.from(any).toString('base64url'));
    const sign = fc.constantFrom(click.slice(-22), signer.open().slice(-22), 'A'.repeat(22));
    fc.assert(
      fc.property(payload, sign, (address, signature) => {
        const forged = [...click.split('.').slice(0, 4), address, signature].join('.');
        expect(verifyTracked(forged, 'link', ['key'])).toBeUndefined();
      }),
      { numRuns: 25 },
    );
  });
});
