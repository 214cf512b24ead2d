// Whose mailbox an address is: the large providers by name, all others as one, so that what is counted by them stays small.

/** Domains that one provider serves, under the name by which it is known. */
const providers = {
  'gmail.com': ['gmail.com', 'googlemail.com'],
  'outlook.com': ['outlook.com', 'hotmail.com', 'live.com', 'msn.com', 'outlook.fr', 'hotmail.fr'],
  'yahoo.com': ['yahoo.com', 'ymail.com', 'rocketmail.com', 'yahoo.co.uk', 'yahoo.fr', 'yahoo.de'],
  'aol.com': ['aol.com', 'aim.com'],
  'icloud.com': ['icloud.com', 'me.com', 'mac.com'],
  'proton.me': ['proton.me', 'protonmail.com', 'pm.me'],
  'gmx.net': ['gmx.net', 'gmx.de', 'gmx.com', 'gmx.at', 'gmx.ch'],
  'web.de': ['web.de'],
  'wp.pl': ['wp.pl', 'o2.pl', 'tlen.pl', 'go2.pl'],
  'onet.pl': ['onet.pl', 'op.pl', 'poczta.onet.pl', 'vp.pl'],
  'interia.pl': ['interia.pl', 'poczta.fm', 'interia.eu'],
  'mail.ru': ['mail.ru', 'bk.ru', 'list.ru', 'inbox.ru'],
  'yandex.ru': ['yandex.ru', 'yandex.com', 'ya.ru'],
  'qq.com': ['qq.com', 'foxmail.com'],
  '163.com': ['163.com', '126.com'],
} as const;

export type Provider = keyof typeof providers | 'other';

export const allProviders = [...Object.keys(providers), 'other'] as Provider[];

const byDomain = new Map<string, Provider>(
  Object.entries(providers).flatMap(([name, domains]) =>
    domains.map((one) => [one, name as Provider] as const),
  ),
);

/** "gmail.com", or "other". */
export const providerOf = (address: string): Provider =>
  byDomain.get(address.slice(address.lastIndexOf('@') + 1).toLowerCase()) ?? 'other';
