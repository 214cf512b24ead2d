// The hand that has a keyboard and nothing else: it goes from one thing to the next with Tab, within tabs, menus and radios
// with arrows, until the focus stands on what is wanted. Where the focus cannot be seen, or never comes, it says so.
import type { KeyInput, Page } from 'puppeteer-core';
import type { Thing, Touch } from './hand.ts';

export const keyboardTouch = (page: Page): Touch => ({
  async press(thing) {
    await goTo(page, thing);
    if (!(await page.evaluate(isChosen))) await page.keyboard.press(pressedBy(thing));
  },
  reach: (thing) => goTo(page, thing),
  async unfold() {
    await page.keyboard.press('ArrowDown');
  },
  async take(option) {
    // What Enter would choose is known once an arrow has gone through the list that is shown.
    for (let count = 0; count < most; count += 1) {
      await page.keyboard.press('ArrowDown');
      if (!(await page.evaluate(wouldTake, option))) continue;
      await page.keyboard.press('Enter');
      // What was searched for may come just then, and put the list in another order.
      if (await page.evaluate(isFolded)) return;
    }
    throw new Error(`No arrow leads to the option "${option}"`);
  },
});

const most = 150;

export async function chord(page: Page, held: KeyInput, key: KeyInput): Promise<void> {
  await page.keyboard.down(held);
  await page.keyboard.press(key);
  await page.keyboard.up(held);
}

const pressedBy = ({ role }: Thing): KeyInput =>
  role === 'switch' || role === 'checkbox' || role === 'radio' ? 'Space' : 'Enter';

async function goTo(page: Page, thing: Thing): Promise<void> {
  const passed = new Set<string>();
  for (let count = 0; count < most; count += 1) {
    // Anew each time: the page may have drawn it anew.
    const { key, on } = await page.evaluate(lookAround, ...(await thing.find()));
    if (key === 'none') return seesRing(page, thing);
    passed.add(on);
    await (key === 'back' ? chord(page, 'Shift', 'Tab') : page.keyboard.press(key));
  }
  const way = [...passed].join(' · ');
  throw new Error(
    `The keyboard does not lead to the ${thing.role} "${thing.name}", but past ${way}`,
  );
}

/** Where the focus stands, and the key that leads on to what is wanted. */
function lookAround(...wanted: readonly Element[]) {
  const here = document.activeElement ?? document.body;
  const on = `${here.localName} "${here.ariaLabel ?? here.textContent}"`.slice(0, 40);
  if (wanted.includes(here)) return { on, key: 'none' } as const;
  const group = here.closest('[role="tablist"], [role="radiogroup"], [role="menu"]');
  const within = wanted.find((one) => group?.contains(one));
  const arrows = group?.role === 'menu' ? ['ArrowDown', 'ArrowUp'] : ['ArrowRight', 'ArrowLeft'];
  const [ahead, back] = within ? arrows : ['Tab', 'back'];
  const isAhead = here.compareDocumentPosition(within ?? wanted[0] ?? here) & 4;
  return { on, key: (isAhead ? ahead : back) as KeyInput | 'back' };
}

/** A tab or a radio that an arrow has chosen already. */
function isChosen(): boolean {
  const here = document.activeElement;
  if (here?.role === 'tab') return here.ariaSelected === 'true';
  return here instanceof HTMLInputElement && here.type === 'radio' && here.checked;
}

function wouldTake(option: string): boolean {
  const list = document.activeElement?.getAttribute('aria-controls') ?? '';
  const chosen = document
    .getElementById(list)
    ?.querySelector<HTMLElement>('[data-combobox-selected]');
  return chosen?.innerText.startsWith(option) ?? false;
}

const isFolded = (): boolean => document.activeElement?.ariaExpanded !== 'true';

async function seesRing(page: Page, { role, name }: Thing): Promise<void> {
  if (!(await page.evaluate(hasRing)))
    throw new Error(`Nobody sees that the focus is on the ${role} "${name}"`);
}

/** An outline around it, or around what is drawn in its place; a field has a border besides. */
function hasRing(): boolean {
  const here = document.activeElement;
  if (here === null) return false;
  if (
    here.matches('input:not([type=radio]):not([type=checkbox]), .mantine-Input-input, .cm-content')
  )
    return true;
  const drawn = [
    here,
    here.nextElementSibling,
    here.parentElement,
    here.nextElementSibling?.nextElementSibling,
  ];
  return drawn.some((one) => one && getComputedStyle(one).outlineStyle !== 'none');
}
