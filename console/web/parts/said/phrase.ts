// Reading a sentence of the engine by the phrases that it writes: "{{span}} have passed" finds "3 days" in "3 days have
// passed". So what was decided years ago is said in the reader's language, too. What no phrase fits is not read.

/** A message that is looked up later, where it is said. The test of words finds it here. */
export const marked = <Text extends string>(text: Text): Text => text;

/** How one value within a sentence is said; undefined when it is none of its kind. */
export type SayValue = (kind: string, text: string) => string | undefined;

interface Slot {
  readonly name: string;
  /** "span2" is a span like "span". */
  readonly kind: string;
  /** What stands behind it. */
  readonly until: string;
}

export interface Phrase {
  readonly key: string;
  readonly begins: string;
  readonly slots: readonly Slot[];
}

export function phraseOf(key: string): Phrase {
  const [begins = '', ...rest] = key.split(/\{\{(\w+)\}\}/);
  const slots = rest.flatMap((name, at) =>
    at % 2 === 0 ? [{ name, kind: name.replace(/\d+$/, ''), until: rest[at + 1] ?? '' }] : [],
  );
  return { key, begins, slots };
}

export type Said = Readonly<Record<string, string>>;

/** The values of a sentence that this phrase fits, said; undefined when it does not fit. */
export function readBy({ begins, slots }: Phrase, text: string, say: SayValue): Said | undefined {
  if (!text.startsWith(begins) || slots.some(({ until }) => !text.includes(until)))
    return undefined;
  return readSlots(slots, text.slice(begins.length), say);
}

function readSlots(slots: readonly Slot[], text: string, say: SayValue): Said | undefined {
  const [slot, ...others] = slots;
  if (!slot) return text === '' ? {} : undefined;
  for (const end of endsOf(slot, text)) {
    const read = readSlot(slot, text, { end, say });
    const rest = read && readSlots(others, text.slice(end + slot.until.length), say);
    if (rest) return { ...read, ...rest };
  }
  return undefined;
}

interface Ending {
  readonly end: number;
  readonly say: SayValue;
}

function readSlot({ name, kind }: Slot, text: string, { end, say }: Ending): Said | undefined {
  const value = end === 0 ? undefined : say(kind, text.slice(0, end));
  return value === undefined ? undefined : { [name]: value };
}

/** Where a value may end: wherever stands what follows it. */
function* endsOf({ until }: Slot, text: string): Generator<number> {
  if (until === '') {
    yield text.length;
    return;
  }
  for (let at = text.indexOf(until); at >= 0; at = text.indexOf(until, at + 1)) yield at;
}
