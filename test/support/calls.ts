// Segment calls as their clients write them.

export const basic = (text: string) => ({
  authorization: `Basic ${Buffer.from(text).toString('base64')}`,
});
export const track = { type: 'track', event: 'Order Completed', userId: 'u1', messageId: 'm1' };
export const batchOf = (count: number, extra: object = {}) =>
  Array.from({ length: count }, (_, index) => ({ ...track, messageId: `m${index}`, ...extra }));
export const post = (path: string, body: unknown, headers = basic('wk:')) => ({
  path,
  headers,
  body: JSON.stringify(body),
});
