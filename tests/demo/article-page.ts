/** How a text is dressed as an article: the plain look of a news blog, light or dark with the system. */
const STYLE = `
  :root { color-scheme: light dark; }
  body { margin: 0; background: light-dark(#fff, #14161a); color: light-dark(#1d1d1f, #e6e6e6);
    font: 18px/1.65 Georgia, "Times New Roman", serif; }
  main { max-width: 680px; margin: 0 auto; padding: 32px 24px 80px; }
  h1 { font: 700 34px/1.2 Georgia, serif; margin: 0 0 12px; }
`;

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A plain text as an article page, each line a block of its own. */
export const toArticlePage = (text: string, title: string): string => {
  const blocks = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${escapeHtml(line)}</p>`);
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body><main><article>
${blocks.join('\n')}
</article></main></body>
</html>
`;
};
