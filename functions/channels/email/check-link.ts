// Asks whether a link of a mail leads anywhere, as a reader's click would. Follows no redirect: what leads on is alive.
// Asks only servers on the public internet, since a template must not make us look around at home.
import { type Answer, internet, type Network, reach } from '../webhook/reach.ts';

/** Why nobody gets anywhere by it; undefined when it is alive. */
export type CheckLink = (url: string) => Promise<string | undefined>;

const patient: Network = { ...internet, timeout: 5_000 };

const headers = { 'user-agent': 'Perennial-Link-Check', accept: '*/*' };

/** Something is there; it only does not speak with programs, or not now. */
const shy = new Set([401, 403, 405, 406, 429, 999]);

export const createCheckLink =
  (network: Network = patient): CheckLink =>
  async (text) => {
    const url = URL.parse(text);
    if (url === null) return 'it is no address';
    const head = fault(await reach(url, { method: 'HEAD', headers }, network));
    // Many servers know GET only.
    if (head?.status === undefined) return head?.because;
    return fault(await reach(url, { method: 'GET', headers }, network))?.because;
  };

interface Fault {
  readonly because: string;
  readonly status?: number;
}

function fault(answer: Answer): Fault | undefined {
  switch (answer.kind) {
    case 'answered': {
      const { status } = answer;
      const isAlive = status < 400 || shy.has(status);
      return isAlive ? undefined : { because: `it answers ${status}`, status };
    }
    case 'unanswered':
      return { because: `nobody answers (${answer.reason})` };
    case 'forbidden':
      return { because: `it is ${answer.reason}` };
    default:
      return answer satisfies never;
  }
}
