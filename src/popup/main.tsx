import { render } from 'preact';
import browser from 'webextension-polyfill';
import { drawPage } from '../ui/draw-page.ts';
import { Popup } from './Popup.tsx';

await drawPage(() => render(<Popup />, document.body));

// A popup is as wide as its content; in a tab (Firefox for Android opens it there) the content is as wide as the window.
if (await browser.tabs.getCurrent()) document.documentElement.classList.add('in-tab');
