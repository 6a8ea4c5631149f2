import browser from 'webextension-polyfill';
import { settingsItem } from '../platform/reader-items.ts';
import { Mark } from '../ui/Mark.tsx';
import { MissingHosts } from '../ui/MissingHosts.tsx';
import { message } from '../ui/strings.ts';
import { useLook } from '../ui/use-look.ts';
import { useStoredItem } from '../ui/use-stored-item.ts';
import { FirstWatchList } from './FirstWatchList.tsx';

/** What a new reader sees once: the notes at work, what is asked for and sent where, and a list of coins to begin with. */
export const Welcome = () => {
  const [settings] = useStoredItem(settingsItem);
  useLook(settings);
  return (
    <>
      <header>
        <Mark />
        <h1>{message('welcomeTitle')}</h1>
      </header>
      <main>
        <MissingHosts />
        <p class="lead">{message('welcomeLead')}</p>
        <article>
          <p>{message('welcomeStory')}</p>
        </article>
        <section aria-labelledby="welcome-terms">
          <h2 id="welcome-terms">{message('welcomeTerms')}</h2>
          <ul class="terms">
            <li>{message('welcomeSites')}</li>
            <li>{message('welcomeSent')}</li>
            <li>{message('welcomeKept')}</li>
          </ul>
        </section>
        <section aria-labelledby="welcome-coins">
          <h2 id="welcome-coins">{message('welcomeCoins')}</h2>
          <p class="hint">{message('welcomeCoinsHint')}</p>
          <FirstWatchList />
        </section>
      </main>
      <footer>
        <button type="button" class="button" onClick={() => void browser.runtime.openOptionsPage()}>
          {message('optionsOpen')}
        </button>
      </footer>
    </>
  );
};
