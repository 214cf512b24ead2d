// Posts to somebody else's server, over TLS only.
import { type Answer, internet, type Network, reach } from './reach.ts';

export type { Answer, Network } from './reach.ts';

interface Posted {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type Post = (posted: Posted) => Promise<Answer>;

export const createPost =
  (network: Network = internet): Post =>
  async ({ url: address, headers, body }) => {
    const url = URL.parse(address);
    if (url === null || !isPlain(url))
      return { kind: 'forbidden', reason: 'not a plain https address' };
    const ours = {
      ...headers,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'Perennial-Webhooks',
    };
    return reach(url, { method: 'POST', headers: ours, body }, network);
  };

const isPlain = ({ protocol, username, password }: URL): boolean =>
  protocol === 'https:' && username === '' && password === '';
