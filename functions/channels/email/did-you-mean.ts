// What a marketer probably meant by a name that no template knows: other products write the same things otherwise.

/** The spelling of other products. */
const elsewhere: Readonly<Record<string, string>> = {
  ...{ contact: 'person', profile: 'person', recipient: 'person', subscriber: 'person' },
  ...{ member: 'person', lead: 'person', organisation: 'organization', company: 'organization' },
  ...{ sender: 'organization', workspace: 'organization', item: 'product', trigger: 'event' },
  ...{ unsubscribe: 'unsubscribe_url', unsubscribe_link: 'unsubscribe_url' },
  ...{ preferences: 'preferences_url', manage_preferences: 'preferences_url' },
  ...{ preference_center_url: 'preferences_url', confirmation_url: 'confirm_url' },
  ...{ currency: 'money', format_date: 'date', number_with_delimiter: 'number' },
};

/** The known name that is nearest to `name`; undefined when none is near. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const plain = name.toLowerCase();
  const same = elsewhere[plain];
  if (same !== undefined && known.includes(same)) return same;
  const [best] = known
    .map((one) => ({ one, far: distance(plain, one) }))
    .sort((a, b) => a.far - b.far);
  return best && best.far <= Math.max(1, Math.floor(plain.length / 3)) ? best.one : undefined;
}

/** Letters to put in, take out or change (Levenshtein), of names that are not long. */
function distance(from: string, to: string): number {
  const short = from.slice(0, 60);
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let at = 1; at <= short.length; at += 1) {
    const next = [at];
    for (let column = 1; column <= to.length; column += 1) {
      const changed = (row[column - 1] ?? 0) + Number(short[at - 1] !== to[column - 1]);
      next.push(Math.min(changed, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
