import { render } from 'preact';
import { drawPage } from '../ui/draw-page.ts';
import { message } from '../ui/strings.ts';
import { annotateThisPage } from './annotate-this-page.ts';
import { Welcome } from './Welcome.tsx';

await drawPage(() => {
  document.title = message('welcomeTitle');
  render(<Welcome />, document.body);
});
annotateThisPage();
