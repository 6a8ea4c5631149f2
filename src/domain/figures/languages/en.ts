import type { Lexicon } from '../lexicon.ts';

export const en: Lexicon = {
  decimal: '.',
  magnitudes: {
    k: 1e3,
    thousand: 1e3,
    m: 1e6,
    mn: 1e6,
    mln: 1e6,
    million: 1e6,
    b: 1e9,
    bn: 1e9,
    bln: 1e9,
    billion: 1e9,
    t: 1e12,
    tn: 1e12,
    trillion: 1e12,
  },
  currencies: {
    dollar: 'USD',
    dollars: 'USD',
    euro: 'EUR',
    euros: 'EUR',
    pounds: 'GBP',
    yen: 'JPY',
    won: 'KRW',
    yuan: 'CNY',
    rupees: 'INR',
  },
  percent: 'percent per_cent pct',
  cues: {
    rise: `rose rise rises rising risen climb* gain gains gained gaining gainer gainers advanc* jump* surg* soar* rall*
      add adds added adding up higher rebound* recover* spik* skyrocket* increas* appreciat* edged_up ticked_up
      leap* leapt put_on puts_on putting_on tacked_on managed notched grew growth pump* upside uptick popped bounc* green outperform*`,
    fall: `fell fall falls falling fallen drop drops dropped dropping slid slide slides sliding slip* lost lose loses
      losing loss losses shed sheds shedding declin* tumbl* plung* plummet* slump* sank sink sinks sinking crash* down
      lower decreas* dip dips dipped dipping retreat* retrac* correct* sell_off selloff weaken* nosedive* dump* tank*
      pullback drawdown downside eas* underperform* off laggard shrank shrink* shrunk`,
    price: `price prices priced pricing trad* changed_hands changing_hands change_hands chang*_hands is_worth are_worth was_worth now_worth currently_worth cost costs
      quoted valued_at high low support resistance mark level levels hover* consolidat* target floor ceiling`,
    liquidation: `liquidat* wiped_out wipeout wipeouts forced_to_close forced_out forcibly_closed forced_closures
      rekt margin_calls squeez* by_force forcibly`,
    long: `longs long_position* long_liquidation* long_trader* long_bet* long_side long_trades long_leverage* long_order*
      bullish_position* bullish_bet* bullish_wager* bulls long_holders_liquidated liquidated_longs leveraged_longs long_contracts`,
    short: `shorts short_position* short_liquidation* short_seller* short_trader* short_bet* short_squeeze short_side
      short_trades short_order* bearish_position* bearish_bet* bearish_wager* bears leveraged_shorts short_contracts`,
    'open-interest': 'open_interest OI',
    funding: 'funding_rate* funding',
    'market-cap':
      'market_cap market_caps market_capitalization market_capitalisation market_value capitalization',
    'etf-flow': `inflow* outflow* ETFs_bled ETFs_took_in ETFs_drew ETFs_saw ETFs_attracted ETFs_lost ETFs_pulled_in
      ETFs_shed ETFs_added ETFs_recorded ETFs_posted ETFs_absorbed funds_saw funds_took_in funds_drew funds_lost funds_attracted
      funds_shed funds_added funds_recorded funds_posted`,
    other: `raised raise raises fund* round hack* exploit* stole stolen theft fine fined fines penalty settlement
      revenue* profit* earnings volume volumes turnover TVL total_value_locked fees fee donat* treasury holdings holds
      bought buy buys buying purchas* acquir* sold sell sells invest* stake staked staking loan* debt salary budget
      supply mint* burn* transferr* moved moves_to deposit* withdr* expir* options phishing scam* ransom grant* paid
      pays chance odds probability yield yields APY APR interest dominance inflation unemployment tariff* tax tax* vote
      holders hash_rate hashrate difficulty survey share_of market_share reserves assets_under_management AUM
      transaction* users addresses basis_points margin basis bounty tickets ticket bill opened opens`,
    foreign: `shares share stock stocks equities equity S&P S&P_500 Nasdaq Dow Nikkei FTSE DAX gold silver oil crude Brent
      copper dollar_index DXY Treasury Treasuries bond bonds CPI GDP index MSTR COIN Tesla Nvidia Apple Microsoft MicroStrategy
      Strategy Robinhood rainfall temperature* he she users inflation unemployment`,
    market: `crypto cryptocurrencies altcoin* memecoin* token tokens coin coins digital_assets market digital_asset`,
    anaphora: `it its they their the_token the_coin the_asset the_cryptocurrency the_altcoin the_memecoin the_price
      prices the_pair both each the_two the_latter which that who then token coin asset cryptocurrency`,
    break: 'while whereas but as after before although though because since when with followed_by and',
    neutral: `made_up making_up makes_up make_up up_to set_up set_off kicked_off took_off wiped_off one_off`,
  },
  levelBefore: `to at above below near around under over past from hit hits hitting reach reached reaches reaching touched touches
    touching topped tops reclaim reclaims reclaimed reclaiming retake retook retakes retaking recaptured cleared clears clearing retest surpassed surpasses surpassing broke breaks breaking crossed crosses regained
    testing tested toward towards approaching exceeded for_as_much_as through between`,
  levelAfter: 'support resistance level mark per_coin per_token per_bitcoin apiece',
  shareBefore: 'to at from below above near',
  shareAfter:
    'of chance probability odds stake yield interest tariff* dominance annual* APY APR basis percentage below_its below above_its above',
  mostly: 'mostly mainly largely primarily predominantly chiefly',
  moveNouns: 'gain gains loss losses advance decline slide rally rout drop slump increase',
  partOf: 'of_the out_of of_a of_that of total_of the_total_of the_roughly the_nearly',
  goesOn: 'a an at with worth reaching totaling totalling amounting_to or',
  multiples: { doubled: 1, doubles: 1, tripled: 2, trebled: 2, quadrupled: 3, halved: -0.5 },
  approxBefore: {
    'up to': 'up_to as_much_as as_high_as as_many_as at_most',
    nearly: 'nearly almost not_quite just_under just_shy_of',
    over: `over more_than above at_least exceeding upwards_of in_excess_of topped tops topping surpassed surpasses
      surpassing exceeded exceeds past broke breaks breaking crossed crosses crossing reclaimed reclaims reclaiming regained
      retook retakes retaking recaptured cleared clears clearing`,
    under: 'under below less_than beneath',
    about: 'about around roughly approximately close_to some near an_estimated circa ~',
  },
  fillers: 'a an the of by another',
  rangeJoins: 'to',
  rangePair: ['between', 'and'],
  moveStarts: 'from',
  heads: `miner miners mining ETF ETFs ETP fund funds trust holder holders whale whales company firm treasury conference
    wallet network foundation stock stocks shares share dominance hash_rate hashrate fee fees user users address addresses
    developer developers founder ATM options miner's reserve reserves supply backed focused linked sponsored bull bulls
    maximalist maximalists investors open_interest holdings staking`,
  obliques:
    'against versus vs unlike than outpacing outperform* outperforming trailing mirroring following like_that_of beating',
  relatives: 'which who whose',
  linksAfter: 'for in by of per on',
  places: 'on at from',
  sources: 'according_to data_from per said says told cited',
  largestOrder: [
    '(?:largest|biggest)\\s+(?:single\\s+|individual\\s+|one-off\\s+)*(?:liquidation|order|position|trade|liquidation order)(?!\\s+(?:event|day|wave|cascade|since))',
    '(?:largest|biggest)\\s+(?:single|individual|one-off)\\s+(?:loss|hit|casualty|wipeout|closure)',
    'single\\s+(?:largest|biggest)\\s+(?:\\p{L}+\\s+){0,2}(?:liquidation|order|position|trade)',
  ],
  superlatives:
    'largest biggest highest lowest worst best steepest sharpest strongest deepest heaviest most not_seen unseen',
  since: 'since',
  months: [
    'january|jan',
    'february|feb',
    'march|mar',
    'april|apr',
    'may',
    'june|jun',
    'july|jul',
    'august|aug',
    'september|sept|sep',
    'october|oct',
    'november|nov',
    'december|dec',
  ],
  windowUnits: {
    minute: 'min',
    minutes: 'min',
    hour: 'h',
    hours: 'h',
    hr: 'h',
    hrs: 'h',
    h: 'h',
    day: 'd',
    days: 'd',
    d: 'd',
    week: 'w',
    weeks: 'w',
    month: 'mo',
    months: 'mo',
    year: 'y',
    years: 'y',
  },
  windowMarkers: 'past last previous within_a within_an in_a in_an within_the_past',
  numerals: {
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    ten: 10,
    twelve: 12,
  },
  windowPhrases: {
    today: 'day',
    on_the_day: 'day',
    intraday: 'day',
    single_day: '24h',
    daily: '24h',
    weekly: '7d',
    monthly: '1mo',
    this_week: 'week',
    on_the_week: 'week',
    this_month: 'month',
    this_year: 'year',
    year_to_date: 'year',
  },
};
