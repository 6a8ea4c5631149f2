import { render } from 'preact';
import { settingsItem } from '../platform/stored-items.ts';
import { loadTexts } from '../ui/load-texts.ts';
import { uiDirection, uiLocale } from '../ui/locale.ts';
import { message } from '../ui/strings.ts';
import { annotateThisPage } from './annotate-this-page.ts';
import { Welcome } from './Welcome.tsx';

await loadTexts(await settingsItem.read());
document.documentElement.lang = uiLocale();
document.documentElement.dir = uiDirection();
document.title = message('welcomeTitle');
render(<Welcome />, document.body);
annotateThisPage();
