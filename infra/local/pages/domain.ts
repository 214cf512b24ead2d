// What is left to do for the domain that mail is from: asks the API as its owner, and shows record by record what to paste.
// All that comes from DNS is put in as text.

export const domainPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>The domain of your mail</title>
<style>
  :root { color-scheme: light dark; --ink: #22302a; --paper: #fff; --room: #f6f5f1; --act: #1f6f4a; --must: #9a3412; --quiet: #5b675f }
  @media (prefers-color-scheme: dark) { :root { --ink: #e6ede9; --paper: #19211d; --room: #0e1411; --act: #86dcb8; --must: #fdba74; --quiet: #a7b5ad } }
  body { font: 17px/1.5 system-ui, sans-serif; margin: 0; padding: 2rem 1rem; background: var(--room); color: var(--ink) }
  main { max-width: 46rem; margin: auto }
  h1 { font-size: 1.6rem; margin: 0 0 .3rem }
  .quiet, dt { color: var(--quiet) }
  ul { list-style: none; padding: 0 }
  li { background: var(--paper); padding: 1rem 1.2rem; margin: 0 0 .8rem; border-inline-start: 5px solid var(--quiet) }
  .ok { border-color: var(--act) }
  .add, .change { border-color: var(--must) }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; margin: .8rem 0 0 }
  dd { margin: 0; font-family: ui-monospace, monospace; font-size: .9rem; overflow-wrap: anywhere; user-select: all }
  button { font: inherit; padding: .5rem 1.1rem; border: 0; border-radius: 6px; background: var(--act); color: var(--paper); cursor: pointer }
</style>
<main>
  <h1>The domain of your mail</h1>
  <p class="quiet" id="said" role="status">Asking DNS…</p>
  <ul id="findings"></ul>
  <button id="again">Ask again</button>
</main>
<script type="module">
  const byId = (id) => document.getElementById(id);
  const element = (name, text = '', className = '') =>
    Object.assign(document.createElement(name), { textContent: text, className });
  const heads = { ok: 'Fine', add: 'To add', change: 'To change', advice: 'Advice', unknown: 'Not known' };

  function shown({ about, state, says, record, found = [] }) {
    const item = element('li', '', state);
    item.append(element('strong', heads[state] + ': ' + about), element('div', says));
    if (state === 'ok' || !record) return item;
    const list = document.createElement('dl');
    const now = found.map((one) => ['Now', one]);
    for (const [name, value] of [['Type', record.type], ['Name', record.name], ['Value', record.value], ...now])
      list.append(element('dt', name), element('dd', value));
    item.append(list);
    return item;
  }

  async function ask() {
    byId('said').textContent = 'Asking DNS…';
    const { adminToken } = await (await fetch('/_local/token')).json();
    const headers = { authorization: 'Bearer ' + adminToken };
    const answer = await (await fetch('/api/domain', { headers })).json();
    if (answer.error) return void (byId('said').textContent = answer.error.message);
    const { domain, from, isReady, findings } = answer;
    const verdict = isReady ? ' is ready to send.' : ' is not ready yet. DNS may take an hour to tell of a change.';
    byId('said').textContent = 'Mail is from ' + from + '. ' + domain + verdict;
    byId('findings').replaceChildren(...findings.map(shown));
  }
  byId('again').addEventListener('click', ask);
  await ask();
</script>
</html>
`;
