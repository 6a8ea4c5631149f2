import { message } from '../ui/strings.ts';
import { toSiteHost } from './to-site-host.ts';

export interface BlockSiteProps {
  readonly onBlock: (host: string) => void;
}

/** Takes a site's name or the address of any of its pages. */
export const BlockSite = ({ onBlock }: BlockSiteProps) => {
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const field = form.elements.namedItem('block-site') as HTMLInputElement;
    const host = toSiteHost(field.value);
    field.setCustomValidity(host === null ? message('siteInvalid') : '');
    if (host === null) {
      field.reportValidity();
      return;
    }
    onBlock(host);
    field.value = '';
  };
  return (
    <form class="field" onSubmit={submit} noValidate>
      <label class="grow">
        <span>{message('siteBlockLabel')}</span>
        <input
          type="text"
          name="block-site"
          autocomplete="off"
          spellcheck={false}
          placeholder="example.com"
          onInput={({ currentTarget }) => currentTarget.setCustomValidity('')}
        />
      </label>
      <button type="submit" class="button">
        {message('siteBlock')}
      </button>
    </form>
  );
};
