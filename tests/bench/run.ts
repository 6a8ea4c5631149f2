/** `npm run bench -- NAME` runs one benchmark of this folder, by the name of its file. */
const [, , benchmark = ''] = process.argv;
if (!/^[a-z-]+$/.test(benchmark)) throw new Error('usage: npm run bench -- mentions');
await import(`./${benchmark}.ts`);

export {};
