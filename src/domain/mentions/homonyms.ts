import type { Scene } from './evidence.ts';
import type { Surroundings } from './surroundings.ts';
import { charClass, SEPARATOR } from './tokenize.ts';

/**
 * What else the everyday words and acronyms among the forms mean, told by the company they keep: words and phrases,
 * each with its plural in -s, a star for any ending. They describe the other sense as a subject (a law, a language, an agency), never one text, and
 * hold no word that a story about the coin itself would use.
 */
const HOMONYMS: Readonly<Record<string, string>> = {
  ada: 'ada claim, ada office, ada complian*, ada-complian*, ada lawsuit, ada rules, ada standard, disabilit*, accessib*, title i, title ii, title iii, title iv, title v, lovelace, programming, compiler, gnat, dental, diabetes',
  ape: 'chimp*, gorilla*, primate*, monkey, zoo, jungle',
  arm: 'chip, processor, softbank, nvidia, cortex',
  atom: 'electron, nucle*, molecul*, hydrogen, intel, physics, rss',
  avalanche: 'snow*, ski, skier, mountain*, rescue*, hockey, colorado, nhl, climber',
  bat: 'cricket, baseball, wicket, batsman, cave, innings',
  beam: 'apache, laser, steel, headlight, girder, gymnast*',
  bnb: 'airbnb, bed-and-breakfast, bed and breakfast, guesthouse',
  cake: 'birthday, wedding, recipe, baked, baking, icing, chocolate, flour, sugar, wallet',
  cardano: 'gerolamo, girolamo, cubic, shaft',
  celestia: 'planetarium, astronom*, princess, ponies, pony',
  celsius: 'degree, temperature, fahrenheit',
  comet: 'browser, perplexity, orbit*, telescope, astronom*, halley',
  compound: 'chemical*, molecul*, compound interest, engine, fracture',
  core: 'intel, inflation, cpi, pce, processor',
  cosmos: 'universe, galax*, sagan, astronom*, azure, soccer',
  dash: 'doordash, hyphen, sprint, pinch of, dashcam, dash cam, dash-cam',
  doge: 'doge cut, doge team, doge says, border, press secretary, department, agency, agencies, efficiency, staffer, staff, employees, layoff, bureaucra*, cost cutting, cost-cutting, venice, venetian, congress, social security, us digital service',
  dot: 'department of transportation, red dot, dotcom, dot com, dot-com, polka dot',
  eos: 'canon, camera, lenses, lens, dslr',
  flare: 'solar, gas flar*, rocket',
  flow: 'cash flow, river, traffic, blood, water',
  flux: 'magnetic, in flux, neutron, solder*',
  gala: 'met gala, dinner, charity, fundrais*, gown',
  gas: 'natural, pipeline, petrol, gasoline, gas price, gas fee, lng, greenhouse, stove',
  gemini:
    'google, chatbot, zodiac, horoscope, nasa, deepmind, astrolog*, alphabet, android, llm, openai, chatgpt, claude',
  graph: 'axis, axes, vertices, plotted, graph theory',
  grass: 'lawn, mow*, cow, wimbledon',
  hedera: 'ivy, climb*, botan*, evergreen',
  harmony: 'melod*, chord, choir, voice, music*',
  ice: 'border, press secretary, immigra*, customs, deport*, agent, detention, detain*, raid, cream, hockey, arctic, glacier*, officer, homeland',
  id: 'openid, oauth, jwt, login',
  icon: 'click, desktop, folder, fashion, menu, toolbar',
  jupiter: 'supercomputer, cruise, planet*, orbit*, moon, telescope, nasa, saturn, mars, formed',
  kraken:
    'octopus, seattle, nhl, hockey, sea monster, rum, legend*, norse, norwegian, squid, mytholog*, tentacle',
  link: 'click, url, href, zelda, hyperlink, in bio, missing link',
  luna: 'moon, lunar, roman, goddess, soviet',
  mana: 'spell, wizard',
  million: 'million coin, million token, million dollar',
  mask: 'surgical, covid, masked, oxygen',
  neo: 'keanu, nazi, asteroid',
  one: 'formula one, xbox, capital one',
  op: 'op-ed, op art, original poster',
  orca: 'pod, killer whale, orcas',
  orchid: 'flower, greenhouse, species',
  pepe: 'guardiola, cacio, pasta, cheese, defender',
  pi: 'raspberry, digits of, 3.14, greek, radius',
  plasma: 'blood, donat*, screen, tv, television, fusion, ionised, ionized, physic*, cell',
  polygon: 'vertices, vertex, triangle, geometr*, video game',
  psg: 'ligue, goal, coach, striker, midfielder, match, the final, champions league, beat, penalty',
  rain: 'weather, storm, cloud, umbrella, flood',
  render: 'component, html, dom, react, pixel',
  ripple: 'ripple effect, pond, waves',
  rose: 'flower, bouquet, garden, thorn',
  sand: 'beach*, desert, dune, grain of, grains of, castle',
  shell: 'oil, bash, unix, egg',
  sky: 'cloud, sky sports, sky news, broadcast*, comcast, bskyb, tv, telescope',
  sol: 'peru*, beer, costa del, solfege, solfège, do re mi, martian, rover, mars, puerta del',
  solana: 'javier, solana beach, nato, foreign policy',
  sonic: 'hedgehog, sega, sonic boom, drive-in',
  stellar: 'galax*, black hole, interstellar, stellar mass, stellar blade, astronom*',
  sei: 'species, hunt*, ashore, sei whale, mammal*, aerial',
  sui: 'generis, feng',
  sun: 'solar, moon, sunset, sunlight, planet, microsystems, rays, shine, shining, newspaper, oracle, tabloid',
  sushi: 'dish, menu, ate, eat*, restaurant, sashimi, rice, chef, tuna',
  tether: 'balloon, rope, leash, hotspot',
  theta: 'angle, greek, theta waves, vega',
  ton: 'tons, tonne, metric, per ton, steel',
  ust: 'treasur*, yield',
  uni: 'universit*, campus, network interface, dorm',
  wave: 'heatwave, heat wave, tidal, surfing, surfer, ocean',
};

const isWordUnit = (text: string, at: number): boolean => charClass(text.charCodeAt(at)) !== SEPARATOR;

/** Whether a text in small letters holds a word of the list. Most words are ruled out by the browser's own search. */
const holdsWord = (text: string, word: string): boolean => {
  const isStem = word.endsWith('*');
  const letters = isStem ? word.slice(0, -1) : word;
  for (let at = text.indexOf(letters); at >= 0; at = text.indexOf(letters, at + 1)) {
    const end = at + letters.length;
    const isEnded =
      isStem || !isWordUnit(text, end) || (text.charAt(end) === 's' && !isWordUnit(text, end + 1));
    if (isEnded && (at === 0 || !isWordUnit(text, at - 1))) return true;
  }
  return false;
};

/** Whether a form has another everyday sense that is told by its company. */
export const hasHomonym = (surface: string): boolean => Object.hasOwn(HOMONYMS, surface.toLowerCase());

/** Whether the text around a form, the form included, speaks of what else the form can mean. */
const speaksOfHomonym = (surface: string, nearText: string): boolean => {
  const text = nearText.toLowerCase();
  return (HOMONYMS[surface.toLowerCase()]?.split(', ') ?? []).some((word) => holdsWord(text, word));
};

const sentenceAround = ({ before, after }: Surroundings, surface: string): string =>
  before.slice(before.lastIndexOf('. ') + 1) + surface + after.split('. ', 1);

/**
 * Whether the words around a form belong to another of its senses. A story about crypto may name both senses one after
 * the other: there its own sentence tells.
 */
export const isHomonymNear = ({ surface, cryptoShare, around }: Scene): boolean =>
  hasHomonym(surface) &&
  speaksOfHomonym(
    surface,
    cryptoShare === 'much' ? sentenceAround(around, surface) : around.before + surface + around.after,
  );
