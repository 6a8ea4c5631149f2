import type { ServedPage } from '../../support/page-server.ts';

/**
 * A page that edits itself at random and knows what it should say. Every paragraph is held as the list of its text nodes, as
 * a framework holds them, beside a model of their texts. One round is one edit of each paragraph.
 */
const SCRIPT = `
let seed = 1;
const random = (below) => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
};
const pick = (list) => list[random(list.length)];
const SENTENCES = [
  'On Monday Bitcoin rose and Ethereum fell. ', 'Solana slept, said a trader. ', 'Nothing came of it. ',
  'Bitcoin (BTC) and Cardano woke early. ', 'Dogecoin: no. ', 'Of Ethereum, Bitcoin and Solana. ',
];
window.hostErrors = [];
addEventListener('error', ({ message }) => hostErrors.push(message));

const held = [];
const main = document.querySelector('main');
const write = (item, text) => {
  item.p.textContent = text;
  item.nodes = [item.p.firstChild];
  item.texts = [text];
};
for (let at = 0; at < 150; at += 1) {
  const item = { p: document.createElement('p') };
  write(item, pick(SENTENCES) + pick(SENTENCES));
  main.append(item.p);
  held.push(item);
}

const EDITS = {
  writesANode(item, at) {
    item.texts[at] = pick(SENTENCES);
    item.nodes[at].data = item.texts[at];
  },
  writesTheSame(item, at) { item.nodes[at].data = item.texts[at]; },
  writesTheText(item) { write(item, pick(SENTENCES)); },
  growsInPlace(item, at) {
    const more = pick(SENTENCES);
    item.texts[at] += more;
    item.nodes[at].appendData(more);
  },
  beginsInPlace(item, at) {
    item.texts[at] = 'Well: ' + item.texts[at];
    item.nodes[at].insertData(0, 'Well: ');
  },
  appends(item) {
    const node = document.createTextNode(pick(SENTENCES));
    item.p.append(node);
    item.nodes.push(node);
    item.texts.push(node.data);
  },
  removes(item, at) {
    item.nodes.splice(at, 1)[0].remove();
    item.texts.splice(at, 1);
    if (item.nodes.length === 0) EDITS.appends(item);
  },
  takesOutAndPutsBack(item, at) {
    const [node] = item.nodes;
    const { parentNode } = node;
    node.remove();
    parentNode.prepend(node);
  },
  splits(item, at) {
    if (item.texts[at].length < 4) return;
    item.nodes.splice(at + 1, 0, item.nodes[at].splitText(3));
    item.texts.splice(at, 1, item.texts[at].slice(0, 3), item.texts[at].slice(3));
  },
  wraps(item, at) {
    const b = document.createElement('b');
    item.nodes[at].before(b);
    b.append(item.nodes[at]);
  },
  normalises(item) {
    if (item.p.querySelector('b')) return;
    item.p.normalize();
    item.nodes.length = 1;
    item.texts = [item.texts.join('')];
  },
  moves(item) { main.insertBefore(item.p, main.children[random(main.children.length)]); },
  leavesAlone() {},
};
window.runRound = (number) => {
  seed = number;
  for (const item of held) {
    item.edit = pick(Object.keys(EDITS));
    EDITS[item.edit](item, random(item.nodes.length));
  }
};
/** The paragraphs that say something else than they should, with what was done to them. */
window.findLost = () => held
  .filter(({ p, texts }) => p.textContent !== texts.join(''))
  .map(({ p, texts, edit }) => edit + ': ' + p.textContent + ' | ' + texts.join(''));
/** The same for their text nodes one by one. */
window.findUnequal = () => held.flatMap(({ p, nodes, texts, edit }) => {
  const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  const isEqual = found.length === nodes.length && found.every((node, at) => node === nodes[at] && node.data === texts[at]);
  return isEqual ? [] : [edit + ': ' + found.map(({ data }) => data).join('|') + ' | ' + texts.join('|')];
});`;

/** 150 short paragraphs, all in view, so that chips stand in every one of them. */
export const RANDOM_PAGE: ServedPage = {
  body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Random</title>
<style>main { column-count: 6; font: 6px/1.1 sans-serif; } p { margin: 0; }</style></head>
<body><main></main><script>${SCRIPT}</script></body></html>`,
};
