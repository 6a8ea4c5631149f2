/** The coins with a drawing in src/assets/icons/coins, where its source and licence stand, by id. */
export const COINS_WITH_ICON: ReadonlySet<string> = new Set(
  `
aave adi-token akash-network algorand aptos arbitrum arweave avalanche-2 axie-infinity basic-attention-token
beam-2 beldex binancecoin bitcoin bitcoin-cash bitcoin-cash-sv bitmart-token bittensor blockstack
bnb48-club-token btse-token cardano celestia chainlink chiliz compound-governance-token conflux-token
coredaoorg cosmos creditcoin-2 crypto-com-chain dai dash decentraland decred dexe dogecoin dydx-chain ecash
elrond-erd-2 eos ethena-usde ethereum ethereum-classic ethereum-name-service euro-coin fetch-ai filecoin
first-digital-usd flare-networks flow frax gala gatechain-token gho gnosis golem havven hedera-hashgraph
hyperliquid immutable-x injective-protocol internet-computer jasmycoin just kaia kaspa kinesis-gold
kucoin-shares leo-token lido-dao linea litecoin livepeer mantle mina-protocol monad monero mx-token near neo
nexo optimism origin-ether origintrail pancakeswap-token pax-gold paypal-usd pendle plasma polkadot
polygon-ecosystem-token prometeus pyth-network qtum quant-network raydium render-token reserve-rights-token
rif-token ripple safepal sei-network shiba-inu solana sonic-3 spx6900 starknet stellar stp-network sui telcoin
terra-luna tether tether-gold tezos the-graph the-open-network the-sandbox theta-fuel theta-token thorchain
toshi tron true-usd trust-wallet-token usd-coin usdd vaulta vechain wemix-token whitebit xdce-crowd-sale zano
zcash zencash zksync
`
    .trim()
    .split(/\s+/),
);
