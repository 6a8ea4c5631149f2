/** What a frame with the engine in it holds in memory: the engine alone, after it has read the page. */
import { startMentionScan } from '../../src/domain/mentions/index.ts';

const scan = startMentionScan({});
for (const block of document.querySelectorAll('p')) scan.readBlock(block.textContent ?? '');
scan.decide();
Object.assign(globalThis, { scan });
