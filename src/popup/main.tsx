import { render } from 'preact';
import browser from 'webextension-polyfill';
import { drawPage } from '../ui/draw-page.ts';
import { readFirstValues } from './first-values.ts';
import { Popup } from './Popup.tsx';

const { settings, all } = readFirstValues();

// A popup is as wide as its content; in a tab (Firefox for Android opens it there) the content is as wide as the window.
if (browser.extension.getViews({ type: 'tab' }).includes(window)) {
  document.documentElement.classList.add('in-tab');
}

await drawPage(() => void all.then((first) => render(<Popup first={first} />, document.body)), settings);
