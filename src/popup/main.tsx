import { render } from 'preact';
import browser from 'webextension-polyfill';
import { uiDirection, uiLocale } from '../ui/locale.ts';
import { Popup } from './Popup.tsx';

document.documentElement.lang = uiLocale();
document.documentElement.dir = uiDirection();
render(<Popup />, document.body);

// A popup is as wide as its content; in a tab (Firefox for Android opens it there) the content is as wide as the window.
if (await browser.tabs.getCurrent()) document.documentElement.classList.add('in-tab');
