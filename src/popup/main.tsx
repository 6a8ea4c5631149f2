import { render } from 'preact';
import browser from 'webextension-polyfill';
import { drawPage } from '../ui/draw-page.ts';
import { readFirstValues } from './first-values.ts';
import { Popup } from './Popup.tsx';

// A popup is as wide as its content; in a tab (Firefox for Android opens it there) the content is as wide as the window.
const fitWindow = async (): Promise<void> => {
  if (await browser.tabs.getCurrent()) document.documentElement.classList.add('in-tab');
};

// Both at once with what the page itself has to read first.
const ready = Promise.all([readFirstValues(), fitWindow()]);
await drawPage(() => void ready.then(([first]) => render(<Popup first={first} />, document.body)));
