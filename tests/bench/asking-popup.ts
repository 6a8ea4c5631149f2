/** The empty popup behind what the built one asks the browser before it draws: nothing that does can be sooner. */
import { h, render } from 'preact';
import { readFirstValues } from '../../src/popup/first-values.ts';

void readFirstValues().all.then(() => render(h('p', { class: 'empty' }, '1'), document.body));
