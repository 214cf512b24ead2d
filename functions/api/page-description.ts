// The links of a mail and the pages behind them, as the description of the API tells of them. They are for people: a token in the
// address is all that it takes.

const anything = { schema: {} };
const text = { schema: { type: 'string' } };

const image = { schema: { type: 'string', format: 'binary' } };

/** A HEAD counts as no person's doing. */
const tracked = (['get', 'head'] as const).flatMap(
  (method) =>
    [
      {
        ...{ path: '/c/{token}', method, id: method === 'get' ? 'click' : 'clickHead' },
        summary: 'A link of a mail: notes the click, and leads on to its page',
        status: 302,
      },
      {
        ...{ path: '/o/{token}', method, id: method === 'get' ? 'open' : 'openHead' },
        summary: 'The picture by which a mail tells that it was opened',
        gives: { 'image/gif': image },
      },
    ] as const,
);

export const pageDoors = [
  ...tracked,
  {
    path: '/u/{token}',
    method: 'get',
    id: 'unsubscribePage',
    summary: 'The page behind the link in a mail; reading it changes nothing',
    gives: { 'text/html': text },
  },
  {
    path: '/u/{token}',
    method: 'post',
    id: 'unsubscribe',
    summary: 'Unsubscribes, by the page or in one click of a mailbox provider (RFC 8058)',
    gives: { 'text/html': text },
  },
  {
    path: '/p/{token}',
    method: 'get',
    id: 'preferencePage',
    summary: 'The page on which people choose what they get; reading it changes nothing',
    gives: { 'text/html': text },
  },
  {
    path: '/p/{token}',
    method: 'post',
    id: 'choosePreferences',
    summary: 'Changes what the form of that page says, and shows the page as it is then',
    gives: { 'text/html': text },
  },
  {
    path: '/confirm/{token}',
    method: 'get',
    id: 'confirmPage',
    summary: 'The page that asks to confirm a consent, a request for data or an erasure',
    gives: { 'text/html': text },
  },
  {
    path: '/confirm/{token}',
    method: 'post',
    id: 'confirm',
    summary: 'Confirms by the button of that page; the data of a person comes as a file',
    gives: { 'text/html': text, 'application/json': anything },
  },
] as const;
