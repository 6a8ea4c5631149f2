import { render } from 'preact';
import { drawPage } from '../ui/draw-page.ts';
import { message } from '../ui/strings.ts';
import { Options } from './Options.tsx';

await drawPage(() => {
  document.title = message('optionsTitle');
  render(<Options />, document.body);
});
