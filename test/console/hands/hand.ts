// Two hands that do the same on a page: one has a mouse, the other a keyboard and nothing else. What they touch is found
// as a screen reader finds it, by its role and its name; while a dialog is open, nothing behind it can be touched.
import type { ElementHandle, Page } from 'puppeteer-core';
import { vi } from 'vitest';
import { chord, keyboardTouch } from './keyboard.ts';
import { mouseTouch } from './mouse.ts';

/** A role of ARIA, or "field": whatever can be written into. */
export type Role =
  | ('button' | 'link' | 'tab' | 'menuitem' | 'radio' | 'switch' | 'checkbox')
  | ('combobox' | 'field');

/** What a hand does in its own way. */
export interface Touch {
  press(thing: Thing): Promise<void>;
  /** Leaves the keyboard there, as a click does. */
  reach(thing: Thing): Promise<void>;
  /** What begins so, of the list that is open. */
  take(option: string, shown: () => Promise<ElementHandle<Element>>): Promise<void>;
  /** Opens the list of what has just been reached. */
  unfold(): Promise<void>;
}

export interface Thing {
  readonly role: Role;
  readonly name: string;
  /** All of that role and name that can be touched now; waits until there is one. */
  find(): Promise<readonly ElementHandle<Element>[]>;
}

export interface Hand {
  readonly page: Page;
  press(role: Role, name: string): Promise<void>;
  fill(name: string, text: string): Promise<void>;
  reach(role: Role, name: string): Promise<void>;
  /** Whatever begins so, of a list; searched by what is typed, where there is too much to look through. */
  choose(name: string, option: string, typed?: string): Promise<void>;
  upload(button: string, file: string): Promise<void>;
  /** Presses that button of the question that is asked, and waits until it is gone. */
  confirm(button: string): Promise<void>;
  /** Waits until the page says so. */
  sees(...texts: readonly string[]): Promise<void>;
}

const touches = { mouse: mouseTouch, keyboard: keyboardTouch } as const;

export type Kind = keyof typeof touches;
export const kinds: readonly Kind[] = ['mouse', 'keyboard'];

export function handOn(page: Page, kind: Kind): Hand {
  const touch = touches[kind](page);
  page.setDefaultTimeout(patience.timeout);
  const thing = (role: Role, name: string): Thing => ({
    ...{ role, name },
    find: () => find(page, role, name),
  });
  const press: Hand['press'] = (role, name) => touch.press(thing(role, name));
  return {
    ...{ page, press },
    async fill(name, text) {
      await touch.reach(thing('field', name));
      await write(page, text);
    },
    reach: (role, name) => touch.reach(thing(role, name)),
    async choose(name, option, typed) {
      await touch.reach(thing('combobox', name));
      await (typed === undefined ? touch.unfold() : write(page, typed));
      const shown = async () =>
        (await page.waitForFunction(offered, {}, option)) as ElementHandle<Element>;
      const found = await shown();
      await touch.take(option, shown);
      await page.waitForFunction((one) => !one?.checkVisibility(), {}, found);
    },
    async upload(button, file) {
      const [chooser] = await Promise.all([page.waitForFileChooser(), press('button', button)]);
      await chooser.accept([file]);
    },
    async confirm(button) {
      await page.waitForSelector(dialog);
      const question = (await page.$$(dialog)).at(-1);
      await press('button', button);
      await page.waitForFunction((one) => !one?.isConnected, {}, question);
      await hasFocus(page);
    },
    async sees(...texts) {
      for (const text of texts) await sees(page, text);
    },
  };
}

const dialog = '[role="dialog"][aria-modal="true"]';

// A slow machine is no fault.
const patience = { timeout: 60_000, interval: 25 };

function find(page: Page, role: Role, name: string): Promise<readonly ElementHandle<Element>[]> {
  return vi.waitFor(async () => {
    // Menus open beside the dialog that they belong to.
    const dialogs = role === 'menuitem' ? [] : await page.$$(dialog);
    const all = await (dialogs.at(-1) ?? page).$$(selectorOf(role, name));
    if (all.length === 0) throw new Error(`There is no ${role} "${name}"`);
    return all;
  }, patience);
}

const fields = 'self::input | self::textarea | self::*[@contenteditable="true"]';

/** Of a menu, whatever begins so: the rest explains it. */
function selectorOf(role: Role, name: string): string {
  const quote = name.includes('"') ? "'" : '"';
  const called = `[name=${quote}${name}${quote}]`;
  if (role === 'field') return `::-p-aria(${called}) ::-p-xpath(${fields})`;
  if (role !== 'menuitem') return `::-p-aria(${called}[role="${role}"])`;
  return `::-p-xpath(.//*[@role="menuitem"][starts-with(normalize-space(.), "${name}")])`;
}

/** The option that begins so, once it is shown. */
const offered = (option: string) =>
  [...document.querySelectorAll<HTMLElement>('[role="option"]')].find(
    (one) => one.checkVisibility() && one.innerText.startsWith(option),
  );

/** In place of what is there; a day and a time in their parts, as English has them. */
async function write(page: Page, text: string): Promise<void> {
  if (await page.$('input[type^="date"]:focus')) return writeParts(page, text);
  await chord(page, 'Control', 'KeyA');
  await (text === '' ? page.keyboard.press('Backspace') : page.keyboard.type(text));
}

/** "2035-05-01T09:00" as "05012035", an arrow on to the hour, and "0900AM". */
async function writeParts({ keyboard }: Page, text: string): Promise<void> {
  const [year, month, day, hour, minute] = text.split(/[-T:]/);
  await keyboard.type(`${month}${day}${year}`);
  if (hour === undefined) return;
  await keyboard.press('ArrowRight');
  await keyboard.type(`${hour}${minute}AM`);
}

async function sees(page: Page, text: string): Promise<void> {
  await page
    .waitForFunction((wanted) => document.body.innerText.includes(wanted), {}, text)
    .catch(async (cause: unknown) => {
      const said = await page.$eval('body', ({ innerText }) => innerText);
      throw new Error(`The page does not say "${text}", but:\n${said}`, { cause });
    });
}

/** A question that is gone leaves the focus where people find it: never nowhere. */
async function hasFocus(page: Page): Promise<void> {
  await page
    .waitForFunction(() => document.activeElement !== document.body, { timeout: 20_000 })
    .catch((cause: unknown) => {
      throw new Error('The focus is lost', { cause });
    });
}
