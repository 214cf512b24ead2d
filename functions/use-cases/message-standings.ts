// How far messages have come: what the ledger says of them, and what SES and the reader said since. Nothing is written
// for it: it is read from the rows that are there.
import { furthest, type Sign, signIn } from '../../workflows/engine/message-status.ts';
import type { TimelineRow } from '../ports.ts';
import type { Ledger, Mark } from '../sending-ports.ts';

export interface Asked {
  readonly page: string;
  readonly message: string;
}

/** Messages that a row asked for, with the page where each is claimed. */
export const askedIn = ({ transitions }: TimelineRow): Asked[] =>
  transitions.flatMap((one) =>
    one.kind === 'requested' && one.page !== undefined
      ? [{ page: one.page, message: one.message }]
      : [],
  );

/** By message: of all that the rows and the ledger tell, the furthest. */
export async function standingsOf(
  ledger: Pick<Ledger, 'read'>,
  asked: readonly Asked[],
  rows: readonly TimelineRow[],
): Promise<Map<string, Sign>> {
  const pages = await Promise.all([...new Set(asked.map(({ page }) => page))].map(ledger.read));
  const marks = pages.flatMap((page) => [...page]).map(signOf);
  const signs = Map.groupBy([...marks, ...rows.flatMap(toldIn)], ([message]) => message);
  return new Map(
    [...signs].map(([message, all]) => [message, furthest(all.map(([, sign]) => sign))]),
  );
}

type Of = readonly [message: string, sign: Sign];

const signOf = ([message, { state, at, detail }]: readonly [string, Mark]): Of => [
  message,
  { status: state, at, ...(detail && { because: detail }) },
];

function toldIn(row: TimelineRow): Of[] {
  const unsent = row.transitions.flatMap((one): Of[] => {
    if (one.kind !== 'unsent') return [];
    return [[one.message, { status: one.state, at: row.at, because: one.because }]];
  });
  const said = signIn(row);
  return said ? [...unsent, [said.message, said.sign]] : unsent;
}
