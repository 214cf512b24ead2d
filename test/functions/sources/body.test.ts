import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { parseJson, readText } from '../../../functions/sources/body.ts';

const kilobyte = 1024;

test('plain and gzipped text read the same, a byte order mark aside', () => {
  const text = '{"name":"سارا Żółć"}';
  expect(readText(Buffer.from(text), kilobyte)).toBe(text);
  expect(readText(gzipSync(text), kilobyte)).toBe(text);
  expect(readText(Buffer.from(`\ufeff${text}`), kilobyte)).toBe(text);
});

test('bytes that are not UTF-8 are refused and not replaced', () => {
  expect(() => readText(Buffer.from('{"name":"Żółć"}', 'latin1'), kilobyte)).toThrow('UTF-8');
});

test('the limit counts the inflated bytes, to the byte', () => {
  expect(readText(gzipSync('x'.repeat(kilobyte)), kilobyte)).toHaveLength(kilobyte);
  expect(() => readText(gzipSync('x'.repeat(kilobyte + 1)), kilobyte)).toThrow('larger than 1 KB');
  expect(() => readText(Buffer.alloc(kilobyte + 1), kilobyte)).toThrow('larger than 1 KB');
});

test('a number too long for a double keeps its digits as text', () => {
  expect(parseJson('{"id":820982911946154508,"n":-9007199254740993}')).toEqual({
    id: '820982911946154508',
    n: '-9007199254740993',
  });
  expect(
    parseJson('{"id":"8209829119461545","n":9007199254740991,"x":0.12345678901234567}'),
  ).toEqual({
    id: '8209829119461545',
    n: 9007199254740991,
    x: 0.12345678901234566,
  });
});

test('of two equal keys the last one counts', () => {
  expect(parseJson('{"a":1,"a":2}')).toEqual({ a: 2 });
});

test('only numbers become text, and nothing inside a text is touched', () => {
  const text =
    '{"a":"say \\"12345678901234567890\\", 1","b":12345678901234567890.5,"c":-0,"d":1e300}';
  expect(parseJson(text)).toEqual(JSON.parse(text));
  expect(() => parseJson('[012345678901234567890]')).toThrow('not valid JSON');
});

test('brackets without end are refused and exhaust nothing', () => {
  const deep = '['.repeat(200_000);
  expect(() => parseJson(deep)).toThrow('not valid JSON');
  expect(parseJson(`${deep}1234567890123456${']'.repeat(200_000)}`)).toHaveLength(1);
});
