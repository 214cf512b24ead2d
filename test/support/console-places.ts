// The addresses of the console's pages that can be opened in the sample workspace without anybody in it.

export const places = [
  '/',
  '/campaigns',
  '/broadcasts',
  '/contacts',
  '/segments',
  '/templates',
  '/catalog',
  '/tasks',
  '/sources',
  '/deliverability',
  '/deliverability/domain',
  '/deliverability/doubts',
  '/deliverability/suppressed',
  '/settings',
] as const;
