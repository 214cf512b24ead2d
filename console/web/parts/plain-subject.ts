// The subject of a template as a line to read: without what Liquid decides, of its ways the first; gaps are dots.

const tag = (names: string): string => `{%-?\\s*(?:${names})\\b.*?%}`;

/** "Hi{% if a %}, {{ a }}{% else %} you{% endif %}" becomes "Hi, …". */
const otherWays = [
  new RegExp(`${tag('else|elsif')}.*?(?=${tag('endif|endunless|endcase')})`, 'gs'),
  new RegExp(
    `(?<=${tag('case')}\\s*${tag('when')}.*?)${tag('when')}.*?(?=${tag('endcase')})`,
    'gs',
  ),
];

export const plainSubject = (subject: string): string =>
  otherWays
    .reduce((text, other) => text.replaceAll(other, ''), subject)
    .replaceAll(/{%.*?%}/gs, '')
    .replaceAll(/{{.*?}}/gs, '…')
    .replaceAll(/\s+/g, ' ')
    .trim() || subject;
