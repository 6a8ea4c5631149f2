import browser from 'webextension-polyfill';
import { message } from '../ui/strings.ts';

/** Opens the options in a tab, or brings forward the tab that has them. */
export const OptionsLink = () => (
  <button
    type="button"
    class="text-button options-link"
    onClick={async () => {
      await browser.runtime.openOptionsPage();
      close();
    }}
  >
    {message('optionsOpen')}
  </button>
);
