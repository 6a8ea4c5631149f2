/**
 * What else the everyday words and acronyms among the forms mean, told by the company they keep. A pattern describes
 * the other sense as a subject (a law, a language, an agency), never one text, and holds no word that a story about
 * the coin itself would use.
 */
const HOMONYMS: Readonly<Record<string, RegExp>> = {
  ada: /\b(ada[- ](complian\w*|lawsuits?|rules|standards?)|disabilit\w*|accessib\w*|title (i|ii|iii|iv|v)\b|lovelace|programming|compilers?|gnat|dental|diabetes)\b/i,
  ape: /\b(chimp\w*|gorilla\w*|primate\w*|monkeys?|zoo|jungle)\b/i,
  arm: /\b(chips?|processors?|softbank|nvidia|cortex)\b/i,
  atom: /\b(electrons?|nucle\w+|molecul\w+|hydrogen|intel|physics|rss)\b/i,
  avalanche: /\b(snow\w*|ski|skiers?|mountain\w*|rescue\w*|hockey|colorado|nhl|climbers?)\b/i,
  bat: /\b(cricket|baseball|wickets?|batsm[ae]n|caves?|innings)\b/i,
  beam: /\b(apache|lasers?|steel|headlights?|girders?|gymnast\w*)\b/i,
  cake: /\b(birthday|wedding|recipes?|bak(ed|ing)|icing|chocolate|flour|sugar|wallet)\b/i,
  celestia: /\b(planetarium|astronom\w+|princess|ponies|pony)\b/i,
  celsius: /\b(degrees?|temperatures?|fahrenheit)\b/i,
  comet: /\b(browser|perplexity|orbit\w*|telescopes?|astronom\w+|halley)\b/i,
  compound: /\b(chemical\w*|molecul\w+|compound interest|engines?|fractures?)\b/i,
  core: /\b(intel|inflation|cpi|pce|processors?)\b/i,
  cosmos: /\b(universe|galax\w+|sagan|astronom\w+|azure|soccer)\b/i,
  dash: /\b(doordash|hyphen|sprint|pinch of|dash ?cams?)\b/i,
  doge: /\b(department|agenc(y|ies)|efficiency|staff(ers?)?|employees|layoffs?|bureaucra\w+|cost[- ]cutting|venice|venetian|congress|social security|us digital service)\b/i,
  dot: /\b(department of transportation|red dot|dot[- ]?com|polka dots?)\b/i,
  eos: /\b(canon|cameras?|lens(es)?|dslr)\b/i,
  flare: /\b(solar|gas flar\w*|rockets?)\b/i,
  flow: /\b(cash flow|rivers?|traffic|blood|water)\b/i,
  flux: /\b(magnetic|in flux|neutron|solder\w*)\b/i,
  gala: /\b(met gala|dinner|charity|fundrais\w+|gowns?)\b/i,
  gas: /\b(natural|pipelines?|petrol|gasoline|gas (prices?|fees?)|lng|greenhouse|stoves?)\b/i,
  gemini:
    /\b(google|chatbots?|zodiac|horoscope|nasa|deepmind|astrolog\w+|alphabet|android|llms?|openai|chatgpt|claude|twins)\b/i,
  graph: /\b(axis|axes|vertices|plotted|graph theory)\b/i,
  grass: /\b(lawn|mow\w*|cows?|wimbledon)\b/i,
  harmony: /\b(melod\w+|chords?|choir|voices?|music\w*)\b/i,
  ice: /\b(immigra\w+|customs|deport\w+|agents?|detention|detain\w*|raids?|cream|hockey|arctic|glacier\w*|officers?|homeland)\b/i,
  icon: /\b(click|desktop|folder|fashion|menu|toolbar)\b/i,
  kraken: /\b(seattle|nhl|hockey|sea monster|rum|legend\w*|norse|norwegian|squid|mytholog\w+|tentacles?)\b/i,
  link: /\b(click|url|href|zelda|hyperlinks?|in bio|missing link)\b/i,
  luna: /\b(moon|lunar|roman|goddess|soviet|lovegood)\b/i,
  mana: /\b(spells?|wizards?|polynesian)\b/i,
  mask: /\b(surgical|covid|masked|oxygen)\b/i,
  neo: /\b(keanu|nazis?|morpheus|asteroids?)\b/i,
  one: /\b(formula one|xbox|capital one)\b/i,
  op: /\b(op-ed|op art|original poster)\b/i,
  orca: /\b(pods?|killer whales?|orcas)\b/i,
  orchid: /\b(flowers?|greenhouse|species)\b/i,
  pepe: /\b(guardiola|cacio|le pew|pecorino|pasta|cheese|defender)\b/i,
  pi: /\b(raspberry|digits of|3\.14|greek|radius)\b/i,
  plasma: /\b(blood|donat\w+|screens?|tvs?|televisions?|fusion|ioni[sz]ed|physic\w+|cells?)\b/i,
  polygon: /\b(vertices|vertex|triangles?|geometr\w+|video games?)\b/i,
  rain: /\b(weather|storms?|clouds?|umbrella|floods?)\b/i,
  render: /\b(component|html|dom|react|pixels?)\b/i,
  ripple: /\b(ripple effects?|pond|waves)\b/i,
  rose: /\b(flowers?|bouquet|garden|thorns?)\b/i,
  sand: /\b(beach\w*|desert|dunes?|grains? of|castles?)\b/i,
  shell: /\b(oil|bash|unix|eggs?)\b/i,
  sky: /\b(clouds?|sky sports|sky news|broadcast\w*|comcast|bskyb|tv|telescopes?)\b/i,
  sol: /\b(peru\w*|beer|costa del|solf[eè]ge|do re mi|martian|rover|mars|puerta del)\b/i,
  sonic: /\b(hedgehog|sega|sonic boom|drive-in|knuckles)\b/i,
  stellar: /\b(galax\w+|black holes?|interstellar|stellar (mass|blade)|astronom\w+)\b/i,
  sui: /\b(generis|feng)\b/i,
  sun: /\b(solar|moon|sunset|sunlight|planets?|microsystems|rays|shin(es?|ing)|newspaper|oracle|tabloid)\b/i,
  sushi: /\b(restaurants?|sashimi|rice|chefs?|tuna)\b/i,
  tether: /\b(balloon|rope|leash|hotspot)\b/i,
  theta: /\b(angle|greeks?|theta waves|vega)\b/i,
  ton: /\b(tons|tonnes?|metric|per ton|steel)\b/i,
  uni: /\b(universit\w+|campus|network interface|dorm)\b/i,
  wave: /\b(heat ?wave|tidal|surf(ing|ers?)|ocean)\b/i,
};

/** Whether a form has another everyday sense that is told by its company. */
export const hasHomonym = (surface: string): boolean => Object.hasOwn(HOMONYMS, surface.toLowerCase());

/** Whether the text around a form, the form included, speaks of what else the form can mean. */
export const speaksOfHomonym = (surface: string, nearText: string): boolean =>
  HOMONYMS[surface.toLowerCase()]?.test(nearText) ?? false;
