// One mail: its envelope, and its content as the recipient, a text reader or a postmaster would see it.
const byId = (id) => document.getElementById(id);
const pane = byId('letter');

const views = {
  Rendered: ({ id }) => {
    const frame = document.createElement('iframe');
    frame.title = 'The mail as its recipient sees it';
    frame.sandbox = 'allow-popups allow-popups-to-escape-sandbox';
    frame.src = `/_local/outbox/mails/${id}.html`;
    return frame;
  },
  Text: ({ text }) => preformatted(text || 'This mail has no text part.'),
  Headers: ({ headers }) => {
    const table = document.createElement('table');
    for (const [name, value] of Object.entries(headers)) {
      const row = table.insertRow();
      const head = document.createElement('th');
      head.textContent = name;
      row.append(head);
      const cell = row.insertCell();
      cell.textContent = value;
      cell.dir = 'auto';
    }
    return table;
  },
  Source: async ({ id }) =>
    preformatted(await (await fetch(`/_local/outbox/mails/${id}.eml`)).text()),
};

// What was looked at last stays chosen from mail to mail.
let chosenView = 'Rendered';
let chosenWidth = 'desktop';

function preformatted(text) {
  const block = document.createElement('pre');
  block.textContent = text;
  block.dir = 'auto';
  return block;
}

const stamp = (template) => byId(template).content.cloneNode(true);

export function showHint(template, example = '') {
  pane.replaceChildren(stamp(template));
  const code = pane.querySelector('code');
  if (!code) return;
  code.textContent = example;
  pane.querySelector('.copy').addEventListener('click', async ({ currentTarget }) => {
    await navigator.clipboard.writeText(example);
    currentTarget.textContent = 'Copied';
  });
}

export async function showLetter(id) {
  const response = await fetch(`/_local/outbox/mails/${id}.json`);
  if (!response.ok) return showHint('nothing-open');
  const letter = await response.json();
  pane.replaceChildren(stamp('opened'));
  const fill = (selector, text) => {
    const element = pane.querySelector(selector);
    element.textContent = text;
    // Chromium has read the direction from the template's text.
    if (element.dir) element.dir = 'auto';
  };
  fill('h2', letter.subject || '(no subject)');
  fill('.from', letter.from);
  fill('.to', letter.to);
  fill(
    '.sent',
    new Date(letter.sentAt).toLocaleString(undefined, { dateStyle: 'full', timeStyle: 'medium' }),
  );
  fill('.campaign-name', letter.campaign ?? 'None');
  pane.querySelector('.tabs').append(...Object.keys(views).map((name) => tab(name, letter)));
  for (const button of pane.querySelectorAll('[data-width]'))
    button.addEventListener('click', () => setWidth(button.dataset.width));
  setWidth(chosenWidth);
  await show(chosenView, letter);
}

function tab(name, letter) {
  const button = document.createElement('button');
  button.type = 'button';
  button.role = 'tab';
  button.textContent = name;
  button.addEventListener('click', () => show(name, letter));
  button.addEventListener('keydown', ({ key }) => {
    const side = { ArrowRight: 'nextElementSibling', ArrowLeft: 'previousElementSibling' }[key];
    button[side]?.focus();
    button[side]?.click();
  });
  return button;
}

async function show(name, letter) {
  chosenView = name;
  const content = await views[name](letter);
  pane.querySelector('.view').replaceChildren(content);
  pane.querySelector('.widths').hidden = name !== 'Rendered';
  for (const button of pane.querySelectorAll('[role=tab]')) {
    const selected = button.textContent === name;
    button.ariaSelected = String(selected);
    button.tabIndex = selected ? 0 : -1;
  }
}

function setWidth(width) {
  chosenWidth = width;
  pane.querySelector('.view').dataset.width = width;
  for (const button of pane.querySelectorAll('[data-width]'))
    button.ariaPressed = String(button.dataset.width === width);
}
