/**
 * Bases of contracts on shares, funds, indices, metals and goods, which exchanges list beside coins, some under the
 * ticker of a coin. Facts: instrument lists of Binance, OKX and Bitget, 2026. SPX is not here: on crypto exchanges it is
 * the coin SPX6900.
 */
export const TRADFI_BASES: ReadonlySet<string> = new Set(
  (
    'AAOI AAPL ALAB AMD AMZN APLD ARM ASTS AVGO BABA BE BZ CGNX CL COHR COIN COPPER CRCL CRWV DELL DRAM EWJ EWY GLD ' +
    'GME GOOG GOOGL HOOD INFQ INTC IONQ IREN IWM LITE MCD META MRVL MSFT MSTR MU NATGAS NBIS NDX100 NFLX NG NVDA ' +
    'ORCL PLTR QCOM QQQ SAMSUNG SLV SNDK SOXL SP500 SPCX SPY SQQQ TQQQ TSLA TSM TWLO USO XAG XAU XCU XPD XPT'
  ).split(' '),
);
