// Visitors of a website that sends to us: a browser, a site on another origin, and the product behind it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { openBrowser } from './browser.ts';
import { RuntimeProcess } from './runtime-process.ts';
import { openSite, type Site } from './site.ts';

interface Row {
  readonly kind: string;
  readonly about: {
    readonly name: string;
    readonly source: string;
    readonly properties: Readonly<Record<string, unknown>>;
  };
}

export class Visitors {
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'browser-'));
  readonly runtime = new RuntimeProcess(this.#dataDir, ['--empty']);
  #browser: Browser | undefined;
  #site: Site | undefined;

  async open(): Promise<void> {
    [this.#browser, this.#site] = await Promise.all([
      openBrowser(),
      openSite(),
      this.runtime.start(),
    ]);
  }

  get browser(): Browser {
    if (!this.#browser) throw new Error('The browser is not open');
    return this.#browser;
  }

  get site(): Site {
    if (!this.#site) throw new Error('The site is not open');
    return this.#site;
  }

  /** What the timeline of a contact has of events; a key such as `user:u1`. */
  async arrived(contact: string): Promise<Row['about'][]> {
    const { items } = await this.runtime.api<{ items: Row[] }>(`/contacts/${contact}/timeline`);
    return items.filter(({ kind }) => kind === 'event').map(({ about }) => about);
  }

  /** Settings of the form of that name. */
  async connectForm(name: string, settings: object): Promise<void> {
    const { adminToken } = await this.runtime.get<{ adminToken: string }>('/_local/token');
    const answer = await fetch(`${this.runtime.url}/api/sources/${name}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${adminToken}` },
      body: JSON.stringify({ kind: 'form', settings }),
    });
    if (!answer.ok) throw new Error(`The form ${name}: ${answer.status} ${await answer.text()}`);
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    await this.#site?.close();
    await this.runtime.kill();
    rmSync(this.#dataDir, { recursive: true });
  }
}
