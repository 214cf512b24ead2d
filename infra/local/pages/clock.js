// The machine's clock: shows it running, and moves it forward.
const byId = (id) => document.getElementById(id);
const buttons = [...document.querySelectorAll('[data-advance]')];
let offset = 0;

export function showClock(now) {
  offset = new Date(now).getTime() - Date.now();
  tick();
}

function tick() {
  const now = new Date(Date.now() + offset);
  byId('now').dateTime = now.toISOString();
  byId('now').textContent = now.toLocaleString(undefined, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  byId('ahead').hidden = offset < 60_000;
  byId('ahead').textContent = `${length(offset)} ahead`;
}

function length(milliseconds) {
  const hours = Math.round(milliseconds / 3_600_000);
  const days = Math.floor(hours / 24);
  const parts = [days && `${days} d`, hours % 24 && `${hours % 24} h`].filter(Boolean);
  return parts.join(' ') || `${Math.round(milliseconds / 60_000)} min`;
}

async function advance({ currentTarget: button }) {
  const label = button.textContent;
  button.textContent = 'Moving…';
  for (const each of buttons) each.disabled = true;
  byId('trouble').hidden = true;
  try {
    const response = await fetch('/_local/clock', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ advance: button.dataset.advance }),
    });
    if (!response.ok) throw new Error(await response.text());
  } catch (error) {
    byId('trouble').textContent = `Time did not move: ${error.message}`;
    byId('trouble').hidden = false;
  }
  for (const each of buttons) each.disabled = false;
  button.textContent = label;
  dispatchEvent(new Event('time-moved'));
}

for (const button of buttons) button.addEventListener('click', advance);
setInterval(tick, 1000);
