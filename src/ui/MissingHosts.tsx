import { message } from './strings.ts';
import { useMissingHosts } from './use-missing-hosts.ts';

/** Says that the browser keeps sites or sources from us, and offers its prompt; nothing while all are granted. */
export const MissingHosts = () => {
  const { missing, request } = useMissingHosts();
  if (missing.length === 0) return null;
  return (
    <section class="site-grant missing-hosts">
      <p>{message('hostsMissing', String(missing.length))}</p>
      <button type="button" class="text-button" onClick={request}>
        {message('hostsAllow')}
      </button>
    </section>
  );
};
