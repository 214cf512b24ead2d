// Header lines: RFC 5322 folding and RFC 2047 encoded words. Values never carry a line break of their own.
import type { Mailbox } from './mime.ts';

const width = 76;
/** 39 bytes make a 64-character encoded word, which fits after the longest name of an encoded header. */
const wordBytes = 39;
const longestValue = 870;

/** A header for people: any text. What is plain ASCII stays readable. */
export function unstructured(name: string, value: string): string {
  const text = singleLine(value);
  return foldable(text) ? fold(`${name}: ${text}`) : `${name}: ${encodedWords(text)}`;
}

/** A header for machines: printable ASCII, folded at its spaces. Anything else is a bug and throws. */
export function structured(name: string, value: string): string {
  if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(name)) throw new Error(`Not a header name: ${name}`);
  if (!/^[!-~]+( [!-~]+)*$/.test(value)) throw new Error(`${name} has an unprintable value`);
  if (value.length > longestValue) throw new Error(`${name} is longer than ${longestValue}`);
  return fold(`${name}: ${value}`);
}

/** `Name <address>`; without a name, the bare address. */
export function mailbox(header: string, { name, address }: Mailbox): string {
  if (!/^[!-;=?-~]+@[!-;=?-~]+$/.test(address)) throw new Error(`${header} is not an address`);
  const display = displayName(singleLine(name ?? ''));
  if (display === '') return `${header}: ${address}`;
  const lastLine = display.length - display.lastIndexOf('\n') + header.length + 2;
  const gap = lastLine + address.length + 3 > width ? '\r\n ' : ' ';
  return `${header}: ${display}${gap}<${address}>`;
}

function displayName(name: string): string {
  if (!foldable(name) || name.length > 60) return name === '' ? '' : encodedWords(name);
  if (/^[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]+$/.test(name)) return name;
  return `"${name.replace(/["\\]/g, '\\$&')}"`;
}

const singleLine = (value: string) => value.replace(/[\s\p{Cc}]+/gu, ' ').trim();

/** Printable ASCII whose words fit a line, and which nobody can take for an encoded word. */
const foldable = (text: string) =>
  /^[!-~]{1,60}(?: [!-~]{1,60})*$/.test(text) && !text.includes('=?');

/**
 * Breaks at a space, which stays; unfolding gives back the same text. Never right after the name.
 * Word by word: a regular expression searches a long link again from each of its characters.
 */
function fold(line: string): string {
  if (line.length <= width) return line;
  const [name = '', first = '', ...words] = line.split(' ');
  let folded = `${name} ${first}`;
  let column = folded.length;
  for (const word of words) {
    const fits = column + 1 + word.length <= width;
    folded += fits ? ` ${word}` : `\r\n ${word}`;
    column = fits ? column + 1 + word.length : 1 + word.length;
  }
  return folded;
}

function encodedWords(text: string): string {
  const words: string[] = [];
  let bytes = 0;
  let word = '';
  for (const point of text.toWellFormed()) {
    const size = Buffer.byteLength(point);
    if (bytes + size > wordBytes) {
      words.push(word);
      word = '';
      bytes = 0;
    }
    word += point;
    bytes += size;
  }
  return [...words, word].map(encodedWord).join('\r\n ');
}

const encodedWord = (text: string) => `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;
