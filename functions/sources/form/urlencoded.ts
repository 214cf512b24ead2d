// application/x-www-form-urlencoded in the encoding of the page it came from.
// `URLSearchParams` would put a replacement mark over every letter of a page that is not in UTF-8.
import { Refused } from '../../errors.ts';

/** UTF-8, or the encoding that a `_charset_` field names. Refuses bytes that are not text in it. */
export function readUrlencoded(body: Buffer): (readonly [string, string])[] {
  const pairs = body
    .toString('latin1')
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const cut = pair.indexOf('=');
      return cut < 0 ? [pair, ''] : [pair.slice(0, cut), pair.slice(cut + 1)];
    });
  const charset = pairs.find(([name]) => name === '_charset_')?.[1];
  const decode = decoder(charset || 'utf-8');
  return pairs.map(([name = '', value = '']) => [decode(name), decode(value)]);
}

function decoder(charset: string): (text: string) => string {
  try {
    const decoding = new TextDecoder(charset, { fatal: true });
    return (text) => {
      try {
        return decoding.decode(unescaped(text));
      } catch (cause) {
        throw new Refused(400, `The form is not in ${decoding.encoding}.`, { cause });
      }
    };
  } catch (cause) {
    throw new Refused(400, 'The form names an unknown _charset_.', { cause });
  }
}

const unescaped = (text: string): Buffer =>
  Buffer.from(
    text
      .replaceAll('+', ' ')
      .replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
