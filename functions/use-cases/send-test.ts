// A template in somebody's own mailbox, before it goes to customers: filled as a preview is, marked as a test. It is
// counted nowhere, and the way out in it leads nowhere.
import * as z from 'zod';
import { type Sendable, sendable } from '../channels/email/address.ts';
import { compose } from '../channels/email/mime.ts';
import type { SendOutcome, SendRaw } from '../channels/email/ses.ts';
import { Refused } from '../errors.ts';
import { blocksOf } from './compile-templates.ts';
import { fill, filling } from './fill-preview.ts';
import { compiledOrRefused } from './library.ts';
import { fillIn, type Looked, type PreviewPorts } from './preview-template.ts';

export interface TestPorts extends PreviewPorts {
  readonly sendRaw: SendRaw;
  readonly from: string;
}

export const testInput = z.strictObject({
  ...filling,
  to: z.array(z.string().min(3).max(320)).min(1).max(5),
});

interface Tested {
  readonly to: string;
  readonly sent: boolean;
  /** Why it was not, or may not have been. */
  readonly because?: string;
}

/** Throws Refused(422) for what cannot be filled, and for an address that cannot be mailed. */
export async function sendTest(
  ports: TestPorts,
  { name, source }: Looked,
  { to, ...wanted }: Readonly<z.output<typeof testInput>>,
): Promise<readonly Tested[]> {
  const addresses = to.map(addressOf);
  const compiled = await compiledOrRefused(name, source, blocksOf(ports.library).readBlock);
  const data = await fill(ports, compiled, wanted);
  const { subject, html, text } = fillIn(compiled, data);
  const from = { name: data.organization.name, address: ports.from };
  const tested: Tested[] = [];
  for (const [at, address] of addresses.entries()) {
    const mail = { id: `test_${crypto.randomUUID()}`, from, html, text, date: ports.now() };
    const raw = compose({ ...mail, subject: `[Test] ${subject}`, to: { address } });
    const envelope = { from: ports.from, to: address, kind: 'transactional' } as const;
    // Without tags, what SES says of it is nobody's.
    const because = whyNot(await ports.sendRaw(raw, envelope, {}));
    const asked = to[at] ?? address;
    tested.push(
      because === undefined ? { to: asked, sent: true } : { to: asked, sent: false, because },
    );
  }
  return tested;
}

function addressOf(written: string, at: number): string {
  const address: Sendable = sendable(written);
  if ('refused' in address)
    throw new Refused(422, `No mail can be sent to it: ${address.refused}`, { at: `to[${at}]` });
  return address.address;
}

function whyNot(outcome: SendOutcome): string | undefined {
  switch (outcome.kind) {
    case 'accepted':
      return undefined;
    case 'refused':
    case 'deferred':
      return outcome.reason;
    case 'throttled':
      return outcome.daily
        ? "today's quota is used up"
        : 'the mail server asks for patience: try again';
    case 'ambiguous':
      return `it may have been sent, or not: ${outcome.reason}`;
    default:
      return outcome satisfies never;
  }
}
