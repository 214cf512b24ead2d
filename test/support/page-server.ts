// The pages behind the links of a mail on a port of this machine, for one contact, with the real engine and no store: what
// they look like in a browser, and what pressing their buttons does.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hash } from '../../functions/adapters/keys.ts';
import { addressMark, type MailLink, signLink } from '../../functions/channels/email/link-token.ts';
import type { HttpResponse } from '../../functions/lambda.ts';
import type { PagePorts } from '../../functions/pages/ports.ts';
import { serve } from '../../functions/pages.ts';
import type { Book } from '../../functions/ports.ts';
import { httpEvent } from '../../infra/local/http-event.ts';
import { decide } from '../../workflows/engine/decide.ts';
import { draftOf } from '../../workflows/engine/draft.ts';
import { addressHash } from '../../workflows/model/consent.ts';
import { type Contact, newContact } from '../../workflows/model/contact.ts';
import type { Order } from '../../workflows/model/order.ts';
import { worldOf } from './engine.ts';
import { topics } from './pages.ts';

export const visitedAt = Date.UTC(2026, 0, 5, 9);
const key = 'the key that signs';
const email = 'sara@example.com';
const mailed = { contact: 'con_sara', message: 'msg_1' };
const addressed = addressMark(email, key);

/** A link of each kind. */
export const tokens = {
  leave: `/u/${sign({ purpose: 'unsubscribe', ...mailed, campaign: 'spring', topic: 'offers' })}`,
  choose: `/p/${sign({ purpose: 'preferences', ...mailed })}`,
  confirm: confirming('confirm', visitedAt),
  late: confirming('confirm', visitedAt - 30 * 86_400_000),
  data: confirming('data', visitedAt),
  erasure: confirming('erasure', visitedAt),
  wrong: '/p/wrong',
} as const;

function confirming(purpose: 'confirm' | 'data' | 'erasure', sentAt: number): string {
  return `/confirm/${sign({ purpose, ...mailed, addressed, sentAt })}`;
}

function sign(link: MailLink): string {
  return signLink(link, key);
}

const sara: Contact = { ...newContact('con_sara'), identities: ['user:sara'], traits: { email } };

/** Sara as she is once she was asked to confirm, by a mail to her address. */
export const pending: Partial<Contact> = {
  consent: { status: 'pending_confirmation', at: visitedAt, method: 'form' },
  confirmations: [{ at: visitedAt, to: addressHash(hash, email).slice(0, 11) }],
};

export interface PageServer {
  readonly url: string;
  contact(): Contact;
  /** Events that the pages have asked for. */
  readonly orders: Order[];
  /** Sara as she was, and with these. */
  reset(more?: Partial<Contact>): void;
  close(): Promise<void>;
}

export async function openPageServer(): Promise<PageServer> {
  let contact = sara;
  const orders: Order[] = [];
  const world = worldOf([], visitedAt, { workspace: { topics } });
  const answering = { campaignsAt: () => [{ state: 'live' }] };
  const ports = {
    ...{ now: () => visitedAt, hash },
    contacts: { load: async () => new Map([[contact.id, { contact, outbox: [] }]]) },
    books: { open: async () => ({ ...world, playbook: answering }) as unknown as Book },
    applyCauses: async (works: readonly { readonly cause: Parameters<typeof decide>[2] }[]) => {
      for (const { cause } of works) contact = decide(world, draftOf(contact), cause).contact;
      return new Map();
    },
    carryOut: async (asked: readonly Order[]) => void orders.push(...asked),
    timeline: { list: async () => [] },
    consentLedger: { list: async () => [] },
    tasks: { ofContact: async () => [] },
    schedules: { put: async () => undefined },
  } as unknown as PagePorts;
  const organization = { name: 'Saffron & Sons', address: '12 Garden Street' };
  const settings = { get: async () => ({ organization, signingKeys: [key] }) };
  const { url, close } = await listen(serve(ports, settings) as Handle);
  return {
    ...{ url, close, orders },
    contact: () => contact,
    reset: (more = {}) => {
      contact = { ...sara, ...more };
    },
  };
}

type Handle = (event: unknown, context: never) => Promise<HttpResponse>;

async function listen(handle: Handle): Promise<Pick<PageServer, 'url' | 'close'>> {
  const server = createServer(async (request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    const event = httpEvent(
      {
        ...{ method: request.method ?? 'GET', path: pathname, query: search.slice(1) },
        ...{ protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', rawHeaders: request.rawHeaders },
        body: Buffer.concat(await request.toArray()),
      },
      {
        route: { key: 'ANY', apiId: 'api', stage: '$default', functionId: 'Pages' },
        pathParameters: { token: pathname.split('/')[2] ?? '' },
      },
      { at: visitedAt, requestId: 'request', account: '000000000000' },
    );
    const { statusCode, headers = {}, body } = await handle(event, {} as never);
    response.writeHead(statusCode ?? 200, headers as Record<string, string>).end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
