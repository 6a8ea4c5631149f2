import { parseArgs } from 'node:util';
import { startMarket } from './market.ts';
import { scenarios } from './scenarios/index.ts';

/** Runs the simulated market alone: `npx tsx tests/market/main.ts [--scenario NAME] [--seed N] [--speed N]`. */
const { values } = parseArgs({
  options: {
    scenario: { type: 'string', default: scenarios[0].name },
    seed: { type: 'string', default: '1' },
    speed: { type: 'string', default: '1' },
  },
});

const market = await startMarket({
  scenario: values.scenario,
  seed: Number(values.seed),
  speed: Number(values.speed),
});

console.log(`Simulated market "${values.scenario}" on 127.0.0.1:${market.tlsPort} (TLS and wss)`);
console.log(`Hosts: ${market.hosts.join(' ')}`);
console.log(
  `Try: curl --insecure --resolve api.coingecko.com:${market.tlsPort}:127.0.0.1 ` +
    `"https://api.coingecko.com:${market.tlsPort}/api/v3/coins/markets?vs_currency=usd&per_page=3"`,
);
console.log(
  `Chromium: --host-resolver-rules="${market.hosts.map((host) => `MAP ${host} 127.0.0.1:${market.tlsPort}`).join(',')}" ` +
    `--ignore-certificate-errors-spki-list=${market.spkiHash}`,
);

process.once('SIGINT', () => {
  void market.close();
});
