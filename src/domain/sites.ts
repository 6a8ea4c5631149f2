import * as v from 'valibot';

/**
 * News sites on which Margin Notes is at home without asking, by registrable domain or section host; subdomains are
 * included. Every other site is granted by the reader. To add one: a line here.
 */
export const NEWS_SITES: readonly string[] = [
  // English
  'coindesk.com',
  'cointelegraph.com',
  'decrypt.co',
  'theblock.co',
  'blockworks.co',
  'dlnews.com',
  'cryptoslate.com',
  'cryptopotato.com',
  'cryptobriefing.com',
  'crypto.news',
  'cryptonews.com',
  'beincrypto.com',
  'newsbtc.com',
  'bitcoinist.com',
  'bitcoinmagazine.com',
  'news.bitcoin.com',
  'u.today',
  'ambcrypto.com',
  'dailycoin.com',
  'unchainedcrypto.com',
  'protos.com',
  'coingape.com',
  'coinpedia.org',
  'zycrypto.com',
  'cryptopolitan.com',
  'thedefiant.io',
  'bitcoinworld.co.in',
  'tokenpost.com',
  'financemagnates.com',
  'fxstreet.com',
  'investing.com',
  'benzinga.com',
  'marketwatch.com',
  'finance.yahoo.com',
  'cnbc.com',
  'reuters.com',
  'bloomberg.com',
  'forbes.com',
  'fortune.com',
  'businessinsider.com',
  'seekingalpha.com',
  // Chinese
  'jinse.cn',
  'odaily.news',
  'panewslab.com',
  'chaincatcher.com',
  'theblockbeats.info',
  'foresightnews.pro',
  'blocktempo.com',
  'abmedia.io',
  'zombit.info',
  // Japanese
  'coinpost.jp',
  'coindeskjapan.com',
  'crypto-times.jp',
  'bittimes.net',
  // Korean
  'tokenpost.kr',
  'blockmedia.co.kr',
  'bloomingbit.io',
  'coinreaders.com',
  // Spanish
  'criptonoticias.com',
  'diariobitcoin.com',
  'observatorioblockchain.com',
  // Portuguese
  'livecoins.com.br',
  'criptofacil.com',
  'portaldobitcoin.uol.com.br',
  'infomoney.com.br',
  // German
  'btc-echo.de',
  'blocktrainer.de',
  'block-builders.de',
  // French
  'cryptoast.fr',
  'journalducoin.com',
  'cointribune.com',
  // Russian
  'forklog.com',
  'bits.media',
  'incrypted.com',
  // Turkish
  'coin-turk.com',
  'kriptokoin.com',
  'uzmancoin.com',
  'bitcoinsistemi.com',
];

/** The site list as match patterns of a manifest. */
export const toMatchPatterns = (hosts: readonly string[]): string[] =>
  hosts.map((host) => `https://*.${host}/*`);

export const BlockedSitesSchema = v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(253)));

/** True for a host that is the site itself or below it. */
export const isOfSite = (host: string, site: string): boolean => host === site || host.endsWith(`.${site}`);

/** True for a site that the reader blocked, and for those below it. */
export const isBlockedSite = (blocked: readonly string[], host: string): boolean =>
  blocked.some((site) => isOfSite(host, site));

/** The host of a page that notes can stand on; null for the browser's own pages, for files and for what is not encrypted. */
export const findSiteHost = (address: string | undefined): string | null => {
  const host = /^https:\/\/(?:[^/?#]*@)?([^/?#:]+)/i.exec(address ?? '')?.[1];
  return host?.toLowerCase() ?? null;
};

/** The name by which a reader blocks a host: without `www.`, so that the whole site is meant. */
export const toSite = (host: string): string => host.replace(/^www\./, '');

/** The sites with the one of this host. */
export const toSitesWith = (sites: readonly string[], host: string): readonly string[] =>
  sites.includes(toSite(host)) ? sites : [...sites, toSite(host)].sort();

/** The sites without all that block this host. */
export const toSitesAllowing = (sites: readonly string[], host: string): readonly string[] =>
  sites.filter((site) => !isBlockedSite([site], host));
