// The focus is never nowhere. What had it may go away (a finished row, a page that is left): then whatever stood around it
// gets it, or the page. What could not be pressed for a while (a button that saves) gets it back.
import { useEffect } from 'react';

const takesFocus = (one: EventTarget): one is HTMLElement =>
  one instanceof HTMLElement && one.isConnected && one.hasAttribute('tabindex');

/** `around` is what had the focus, and all that stood around it, from the inside out. */
function heirOf(around: readonly EventTarget[]): HTMLElement | null {
  const [had] = around;
  if (!(had instanceof HTMLElement)) return null;
  if (had.isConnected) return had.matches(':disabled') ? null : had;
  return around.find(takesFocus) ?? document.getElementById('main');
}

/** Milliseconds: a dialog that closes gives the focus back by itself, a moment later. */
const grace = 50;

export function useFocusKept(): void {
  useEffect(() => {
    let around: readonly EventTarget[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const isLost = () => document.activeElement === document.body;
    const remember = (event: FocusEvent) => {
      around = event.composedPath();
    };
    // Whoever clicks says where the focus is, also when that is nowhere.
    const forget = () => {
      around = [];
    };
    const keep = () => {
      timer = undefined;
      if (isLost()) heirOf(around)?.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(() => {
      if (isLost()) timer ??= setTimeout(keep, grace);
    });
    const seen = { childList: true, subtree: true, attributeFilter: ['disabled'] };
    observer.observe(document.body, seen);
    document.addEventListener('focusin', remember);
    document.addEventListener('pointerdown', forget, true);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener('focusin', remember);
      document.removeEventListener('pointerdown', forget, true);
    };
  }, []);
}
