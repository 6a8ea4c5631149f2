import type { ServedPage } from '../../support/page-server.ts';

const HEAD = '<meta charset="utf-8"><title>Story</title>';
const NOTE_ERRORS =
  'window.hostErrors = []; addEventListener("error", ({ message }) => hostErrors.push(message));';

const toPage = (body: string, script: string, headers = {}): ServedPage => ({
  headers,
  body: `<!doctype html><html lang="en"><head>${HEAD}</head><body>${body}<script nonce="n">${NOTE_ERRORS}${script}</script></body></html>`,
});

/** Its prototypes throw, its policy forbids everything, and it takes away or copies what it does not know. */
export const HOSTILE_PAGE = toPage(
  `<main><p id="plain">Bitcoin rose and Ethereum fell.</p><p id="lost">Solana and Cardano slept.</p>
<div id="copied"><p>Dogecoin woke.</p></div><div contenteditable>Litecoin in a draft.</div></main>`,
  `const refuse = () => { throw new Error('overridden'); };
const lost = document.getElementById('lost');
new MutationObserver(() => { for (const e of document.querySelectorAll('#lost mn-chip')) e.remove(); })
  .observe(lost, { childList: true });
const { push } = Array.prototype;
for (const name of ['map', 'filter', 'forEach', 'flatMap', 'find', 'some', 'every', 'includes', 'sort', 'at'])
  Array.prototype[name] = refuse;
Array.prototype.push = function (...items) { return Reflect.apply(push, this, items); };
customElements.define = customElements.get = customElements.whenDefined = refuse;
Text.prototype.splitText = Element.prototype.attachShadow = CharacterData.prototype.appendData = refuse;
Document.prototype.createRange = Element.prototype.closest = refuse;
window.runStep = (step) => {
  const copied = document.getElementById('copied');
  if (step === 1) copied.append(copied.firstElementChild.cloneNode(true));
  if (step === 2) {
    const again = copied.cloneNode(true);
    again.append(document.createElement('p'));
    again.lastChild.textContent = 'Polkadot came.';
    copied.replaceWith(again);
  }
  if (step === 3) lost.replaceWith(lost.cloneNode(true));
};`,
  {
    'content-security-policy':
      "default-src 'none'; script-src 'nonce-n'; require-trusted-types-for 'script'; trusted-types default",
  },
);

/** Exchanges its whole body, twice, and then the article in it. */
export const REPLACED_BODY_PAGE = toPage(
  '<article><p>Bitcoin rose.</p></article>',
  `window.runStep = (step) => {
  const body = document.createElement('body');
  body.innerHTML = '<div><article><p>Take ' + step + ': Ethereum fell, and Bitcoin with it.</p></article></div>';
  document.body = body;
};`,
);

/** 200,000 nodes: 20,000 paragraphs of three inline tags each. */
export const HUGE_PAGE = toPage(
  '<article id="story"></article>',
  `const part = '<p>Bitcoin <b>rose</b> and <i>some</i> said <u>more</u> of it.</p>';
document.getElementById('story').innerHTML = part.repeat(20000);
window.runStep = (step) => { document.querySelector('p:nth-child(' + step + ')').firstChild.data = 'Ethereum '; };`,
);

/** Documents that have no story, and must stay as they are. */
export const OTHER_DOCUMENTS: Readonly<Record<string, ServedPage>> = {
  xml: {
    type: 'application/xml',
    body: '<?xml version="1.0"?><feed><entry><p>Bitcoin rose.</p></entry></feed>',
  },
  svg: {
    type: 'image/svg+xml',
    body: '<svg xmlns="http://www.w3.org/2000/svg"><text y="20">Bitcoin rose.</text></svg>',
  },
  text: { type: 'text/plain', body: 'Bitcoin rose.' },
  frames: {
    body: '<!doctype html><html><head><title>Bitcoin</title></head><frameset cols="*"><frame src="about:blank"></frameset></html>',
  },
  bodiless: {
    body: '<!doctype html><html><head><title>Bitcoin</title></head><body>Bitcoin rose.<script>document.body.remove()</script></body></html>',
  },
};
