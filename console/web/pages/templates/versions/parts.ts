// A template or a block as texts that can be compared: one for what holds in all languages, and those of each language.

export interface Part {
  readonly label: string;
  readonly text: string;
}

/** Loosely, since versions of long ago may lack what came later. */
export interface AnySource {
  readonly kind?: string;
  readonly language?: string | undefined;
  readonly missing?: string | undefined;
  readonly tracked?: boolean | undefined;
  readonly subject?: string;
  readonly preheader?: string | undefined;
  readonly mjml: string;
  readonly variants?: Readonly<Record<string, AnySource>> | undefined;
}

const names = ['kind', 'language', 'missing', 'tracked'] as const;
const said = ['subject', 'preheader', 'mjml'] as const;

export const partsOf = ({ variants = {}, ...source }: AnySource): Part[] => [
  {
    label: '',
    text: names
      .flatMap((name) => (source[name] === undefined ? [] : [`${name}: ${source[name]}`]))
      .join('\n'),
  },
  ...wordsOf(source, ''),
  ...Object.entries(variants).flatMap(([tag, wording]) => wordsOf(wording, `${tag} · `)),
];

const wordsOf = (source: AnySource, of: string): Part[] =>
  said.map((name) => ({ label: `${of}${name}`, text: source[name] ?? '' }));

interface Changed {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** What is not the same in both, also what only one of them has. */
export function changedParts(before: AnySource, after: AnySource): Changed[] {
  const [old, now] = [before, after].map(
    (source) => new Map(partsOf(source).map(({ label, text }) => [label, text])),
  );
  const labels = [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])];
  return labels
    .map((label) => ({ label, before: old?.get(label) ?? '', after: now?.get(label) ?? '' }))
    .filter((one) => one.before !== one.after);
}
