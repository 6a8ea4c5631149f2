import { Change } from '../../ui/Change.tsx';
import { Price } from '../../ui/Price.tsx';
import { findSymbol, toChangesFreshness, toCoinReading, toPriceFreshness } from '../../ui/reading.ts';
import { message } from '../../ui/strings.ts';
import type { CoinItemProps } from './CoinItem.tsx';
import type { StripCoins } from './strip-coins.ts';

/** A row a coin. The changes of an hour and a week give way where there is little room. */
export const CoinTable = ({ coinIds, ...rest }: StripCoins) => (
  <table>
    <thead>
      <tr>
        <th scope="col">{message('tickerCoin')}</th>
        <th scope="col">{message('tickerPrice')}</th>
        <th scope="col" class="roomy">
          {message('change1h')}
        </th>
        <th scope="col">{message('change24h')}</th>
        <th scope="col" class="roomy">
          {message('change7d')}
        </th>
      </tr>
    </thead>
    <tbody>
      {coinIds.map((coinId) => (
        <Row key={coinId} coinId={coinId} {...rest} />
      ))}
    </tbody>
  </table>
);

const Row = ({ coinId, market, nowMs }: CoinItemProps) => {
  const { quote, absence } = toCoinReading(market, coinId);
  const freshness = quote ? toChangesFreshness(quote, nowMs) : 'unknown';
  const missing = absence ?? 'not-published';
  return (
    <tr data-id={coinId}>
      <th scope="row">
        <span class="symbol">{findSymbol(market, coinId) ?? coinId}</span>{' '}
        <span class="name">{quote?.name}</span>
      </th>
      <td>
        <Price
          priceUsd={quote?.priceUsd ?? null}
          freshness={toPriceFreshness(quote, nowMs)}
          absence={absence}
        />
      </td>
      <td class="roomy">
        <Change fraction={quote?.change1h ?? null} over="change1h" freshness={freshness} absence={missing} />
      </td>
      <td>
        <Change
          fraction={quote?.change24h ?? null}
          over="change24h"
          freshness={freshness}
          absence={missing}
        />
      </td>
      <td class="roomy">
        <Change fraction={quote?.change7d ?? null} over="change7d" freshness={freshness} absence={missing} />
      </td>
    </tr>
  );
};
