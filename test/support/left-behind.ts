// Runs before every file of tests: files share a worker, so what one leaves behind the next would find. The clock is put
// back; whoever leaves another environment, folder or an open server behind fails, and not the one after it.
import { setImmediate } from 'node:timers/promises';
import { afterAll, expect, vi } from 'vitest';

const environment = { ...process.env };
const folder = process.cwd();
const countServers = () =>
  process.getActiveResourcesInfo().filter((resource) => resource === 'TCPServerWrap').length;
const servers = countServers();

/** Names only: what the environment says is nobody's business. */
const changedVariables = () =>
  Object.keys({ ...environment, ...process.env }).filter(
    (name) => environment[name] !== process.env[name],
  );

// A server that is being closed is gone some turns later.
async function openServers(): Promise<number> {
  for (let turn = 0; turn < 1_000 && countServers() > servers; turn += 1) await setImmediate();
  return Math.max(0, countServers() - servers);
}

afterAll(async () => {
  vi.useRealTimers();
  const left = {
    variables: changedVariables(),
    hasMoved: process.cwd() !== folder,
    servers: await openServers(),
  };
  const nothing = { variables: [], hasMoved: false, servers: 0 };
  expect(left, 'what this file has left behind').toEqual(nothing);
});
