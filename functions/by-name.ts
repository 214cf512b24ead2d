// Names in the order of a language: "Łódź" before "Zamość", and Persian letters as its dictionaries have them. By code
// points every letter with a mark would come after Z.

/** A tag that nobody knows is no error: names then stand as most languages have them. */
export function byName(locale: string | undefined): (one: string, other: string) => number {
  const { compare } = collatorOf(locale);
  // Names that a language takes for the same stay apart, so that a list can go on after one of them.
  return (one, other) => compare(one, other) || (one < other ? -1 : Number(one > other));
}

function collatorOf(locale = 'und'): Intl.Collator {
  try {
    return new Intl.Collator(locale);
  } catch {
    return new Intl.Collator('und');
  }
}
