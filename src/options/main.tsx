import { render } from 'preact';
import { uiDirection, uiLocale } from '../ui/locale.ts';
import { message } from '../ui/strings.ts';
import { Options } from './Options.tsx';

document.documentElement.lang = uiLocale();
document.documentElement.dir = uiDirection();
document.title = message('optionsTitle');
render(<Options />, document.body);
