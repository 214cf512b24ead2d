// The list of mails: asks for new ones every two seconds and shows the one that the address names.
import { showClock } from './clock.js';
import { showHint, showLetter } from './letter.js';

const pause = 2000;
const byId = (id) => document.getElementById(id);
const mails = new Map();
const rows = new Map();
let newest = 0;
let total = 0;
let shown;

async function refresh() {
  const response = await fetch(`/_local/outbox/list.json?after=${newest}`);
  const { now, count, example, mails: more } = await response.json();
  showClock(now);
  // A fresh data folder starts to count again.
  if (count < total) return location.reload();
  total = count;
  for (const mail of more) add(mail);
  byId('count').textContent = counted();
  document.body.toggleAttribute('data-empty', count === 0);
  if (shown === undefined || more.length > 0) await open(example);
}

const counted = () =>
  mails.size < total
    ? `The newest ${mails.size} of ${total} mails`
    : `${total} ${total === 1 ? 'mail' : 'mails'}`;

function add(mail) {
  const row = byId('row').content.firstElementChild.cloneNode(true);
  const fill = (selector, text) => {
    row.querySelector(selector).textContent = text;
  };
  row.querySelector('a').href = `#${mail.id}`;
  fill('.to', mail.to);
  fill('.subject', mail.subject || '(no subject)');
  fill('.campaign', mail.campaign ?? '');
  fill('time', shortTime(mail.sentAt));
  row.querySelector('time').dateTime = mail.sentAt;
  mails.set(mail.id, mail);
  rows.set(mail.id, row);
  newest = Math.max(newest, mail.number);
  row.hidden = !wanted(mail);
  byId('mails').prepend(row);
}

const shortTime = (instant) =>
  new Date(instant).toLocaleString(undefined, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });

function wanted({ to, subject, campaign = '' }) {
  const sought = byId('search').value.trim().toLowerCase();
  return `${to}\n${subject}\n${campaign}`.toLowerCase().includes(sought);
}

/** The mail that the address names; without one, a wide window shows the newest. */
function chosen() {
  const named = location.hash.slice(1);
  if (mails.has(named)) return named;
  return matchMedia('(width >= 760px)').matches ? [...mails.keys()].at(-1) : undefined;
}

async function open(example) {
  const id = chosen();
  document.body.toggleAttribute('data-open', mails.has(location.hash.slice(1)));
  mark(id);
  if (id && id === shown) return;
  shown = id;
  if (id) await showLetter(id);
  else showHint(total === 0 ? 'nothing-sent' : 'nothing-open', example);
}

function mark(id) {
  for (const [key, row] of rows) row.firstElementChild.ariaCurrent = key === id ? 'true' : null;
}

function move(event) {
  const step = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' }[event.key];
  const row = step && document.activeElement.closest('li');
  if (!row) return;
  event.preventDefault();
  let next = row[step];
  while (next?.hidden) next = next[step];
  next?.firstElementChild.focus();
  next?.firstElementChild.click();
}

async function keepRefreshing() {
  try {
    if (!document.hidden) await refresh();
  } catch {
    byId('count').textContent = 'This machine does not answer. Trying again…';
  }
  setTimeout(keepRefreshing, pause);
}

byId('search').addEventListener('input', () => {
  for (const [id, row] of rows) row.hidden = !wanted(mails.get(id));
});
byId('mails').addEventListener('keydown', move);
addEventListener('hashchange', () => open());
addEventListener('visibilitychange', () => !document.hidden && refresh());
addEventListener('time-moved', () => refresh());
keepRefreshing();
