/** `npm run bench -- NAME` runs one benchmark of this folder, by the name of its file. */
const [name = ''] = process.argv.slice(2);
if (!/^[a-z-]+$/.test(name)) throw new Error('usage: npm run bench -- mentions');
await import(`./${name}.ts`);
