/** A popup with nothing in it but what Preact itself takes: what the built one is measured against. */
import { h, render } from 'preact';

render(h('p', { class: 'empty' }, '1'), document.body);
