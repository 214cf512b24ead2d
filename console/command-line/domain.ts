// domain: what DNS and SES say of the domain that mail is from, and the records that are left to add, ready to paste.
import type { Command } from './command.ts';

interface Finding {
  readonly about: string;
  readonly state: 'ok' | 'add' | 'change' | 'advice' | 'unknown';
  readonly says: string;
  readonly record?: { readonly type: string; readonly name: string; readonly value: string };
  readonly found?: readonly string[];
}

interface Report {
  readonly domain: string;
  readonly from: string;
  readonly isReady: boolean;
  readonly findings: readonly Finding[];
  readonly ses: Readonly<Record<string, unknown>>;
  readonly relay?: string;
}

const heads: Readonly<Record<Finding['state'], string>> = {
  ok: 'ok',
  add: 'ADD',
  change: 'CHANGE',
  advice: 'advice',
  unknown: 'not known',
};

function linesOf({ about, state, says, record, found = [] }: Finding): string[] {
  const head = `${heads[state].padEnd(10)} ${about}: ${says}`;
  if (state === 'ok' || !record) return [head];
  return [
    head,
    `           type   ${record.type}`,
    `           name   ${record.name}`,
    `           value  ${record.value}`,
    ...found.map((one) => `           now    ${one}`),
  ];
}

const sesLine = ({ verified = 'not known', dkim, mailFrom }: Report['ses']): string =>
  [`SES: identity ${verified}`, dkim && `DKIM ${dkim}`, mailFrom && `MAIL FROM ${mailFrom}`]
    .filter(Boolean)
    .join(', ');

const wayOf = ({ relay, ses }: Report): string =>
  relay === undefined ? sesLine(ses) : `It leaves by ${relay}`;

const verdict = ({ isReady, domain }: Report): string =>
  isReady
    ? `${domain} is ready to send.`
    : `${domain} is not ready yet. DNS may take an hour to tell of a change: then ask again.`;

export const domainCommand: Command = {
  name: 'domain',
  usage: '',
  summary: 'What DNS and SES say of the domain that mail is from, and which records to add',
  flags: {},
  run: async ({ connect, write }, _, flags) => {
    const report = await connect(flags).ask<Report>('GET', '/api/domain');
    const lines = [`Mail is from ${report.from}`, wayOf(report), ''];
    write(`${[...lines, ...report.findings.flatMap(linesOf), '', verdict(report)].join('\n')}\n`);
    return report.isReady ? 0 : 1;
  },
};
