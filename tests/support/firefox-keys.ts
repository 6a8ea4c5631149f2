import type { FirefoxBrowser } from './firefox.ts';

/** A key of the keyboard as `KeyboardEvent` knows it. */
interface WindowKey {
  readonly key: string;
  readonly code: string;
  readonly keyCode: number;
}

const ALT: WindowKey = { key: 'Alt', code: 'AltLeft', keyCode: 18 };
const SHIFT: WindowKey = { key: 'Shift', code: 'ShiftLeft', keyCode: 16 };
const ENTER: WindowKey = { key: 'Enter', code: 'Enter', keyCode: 13 };

/** Presses keys in Firefox's own window, where shortcuts of extensions are heard and from where its popup gets its keys. */
const pressInWindow = (firefox: FirefoxBrowser, keys: readonly WindowKey[]): Promise<unknown> =>
  firefox.evaluateInChrome(`(() => {
    const processor = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
    processor.beginInputTransactionForTests(window, () => {});
    const keys = ${JSON.stringify(keys)}.map((key) => new window.KeyboardEvent('', key));
    for (const key of keys) processor.keydown(key);
    for (const key of keys.reverse()) processor.keyup(key);
    return true;
  })()`);

/** Alt, Shift and a letter: a shortcut as the manifest suggests it. */
export const pressShortcut = (firefox: FirefoxBrowser, letter: string): Promise<unknown> =>
  pressInWindow(firefox, [ALT, SHIFT, { key: letter, code: `Key${letter}`, keyCode: letter.charCodeAt(0) }]);

/** In the popup under the toolbar, which gets the keys by itself only where there is a screen. */
export const pressEnterInPopup = async (firefox: FirefoxBrowser): Promise<void> => {
  await firefox.evaluateInChrome(`(document.querySelector('.webextension-popup-browser').focus(), true)`);
  await pressInWindow(firefox, [ENTER]);
};
