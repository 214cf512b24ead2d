// Keys of people in a text that nobody has read as an event: addresses anywhere, and ids where a field is named so.
import { mailboxKey } from './event-keys.ts';

/**
 * Each a repeat of one set of letters, whose runs have no letter in common: each letter is read once. What stands between
 * apostrophes is looked for, and o'brien, too.
 */
const runs = [/[^\s"'<>,;:=&()[\]{}\\]+/g, /[^\s"<>,;:=&()[\]{}\\]+/g];
/** Where a sentence ends behind an address. */
const end = /[.!?…]+$/;
/** On either side of its @. An address that was taken has 320 letters at the most, as it was written. */
const longestPart = 320;
/** "userId":"42", "user_id": 42, and the same of anonymous ids, as JSON writes them. */
const namedId = /"\w*id"\s*:\s*(?:"((?:[^"\\]|\\.){1,200})"|(-?\d{1,20}))/gi;

/** Somewhat more than there are: an id may be that of a user or of a device, or neither. */
export function keysIn(text: string): string[] {
  const plain = decoded(text);
  const addresses = new Set([...new Set([text, plain])].flatMap(addressesIn));
  const ids = [...plain.matchAll(namedId)].map(([, written, number]) =>
    written === undefined ? (number ?? '') : unescaped(written),
  );
  return [
    ...new Set([...addresses].map(mailboxKey)),
    ...new Set(ids.flatMap((id) => [`user:${id}`, `anonymous:${id}`])),
  ];
}

/** Whatever was sent may lie there: this must not take longer than in proportion to the length. */
const addressesIn = (text: string): string[] =>
  runs.flatMap((run) => (text.match(run) ?? []).flatMap((found) => pairsIn(found.split('@'))));

/** No address has a second @. */
const pairsIn = (parts: readonly string[]): string[] =>
  parts.slice(1).flatMap((domain, index) => {
    const local = parts[index] ?? '';
    return isPart(local) && isPart(domain) ? [`${local}@${domain.replace(end, '')}`] : [];
  });

const isPart = ({ length }: string): boolean => length > 0 && length <= longestPart;

/** As forms write it; what is no such writing stays as it is. */
function decoded(text: string): string {
  const unwritten = text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  });
  // JSON inside of JSON.
  return unwritten.replaceAll('\\"', '"');
}

function unescaped(written: string): string {
  try {
    return JSON.parse(`"${written}"`) as string;
  } catch {
    return written;
  }
}
