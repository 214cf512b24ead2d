// The pages behind the links of a mail, as the description of the API tells of them. They are for people: a token in the
// address is all that it takes.

const anything = { schema: {} };
const text = { schema: { type: 'string' } };

export const pageDoors = [
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
