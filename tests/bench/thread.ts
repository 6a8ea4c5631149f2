import type { Page } from 'playwright-core';
import * as v from 'valibot';

/** What a page's main thread did in one go, in milliseconds of its own time, free of what else the machine does. */
export interface Task {
  readonly startMs: number;
  readonly ms: number;
  /** Scripts in it; on a page without scripts all of them are ours. */
  readonly scriptMs: number;
  /** Style, layout and paint in it. */
  readonly drawMs: number;
}

const CATEGORIES = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8'];
const SCRIPTS = new Set(['EvaluateScript', 'FunctionCall', 'BlinkScheduler_PerformMicrotaskCheckpoint']);
const DRAWING = new Set(['UpdateLayoutTree', 'Layout', 'PrePaint', 'Paint', 'Layerize', 'Commit']);

const EventSchema = v.object({
  name: v.string(),
  ph: v.string(),
  pid: v.number(),
  tid: v.number(),
  ts: v.number(),
  dur: v.optional(v.number(), 0),
  tdur: v.optional(v.number()),
  args: v.optional(v.object({ name: v.optional(v.unknown()) }), {}),
});
type Event = v.InferOutput<typeof EventSchema>;
const TraceSchema = v.object({ traceEvents: v.array(v.unknown()) });

const toMs = ({ dur, tdur = dur }: Event): number => tdur / 1000;

/** Milliseconds of the events of these names, those that lie in another one counted with it. */
const sumOf = (events: readonly Event[], names: ReadonlySet<string>): number => {
  let endsAt = 0;
  return events.reduce((sum, event) => {
    if (!names.has(event.name) || event.ts < endsAt) return sum;
    endsAt = event.ts + event.dur;
    return sum + toMs(event);
  }, 0);
};

const toTasks = (events: readonly Event[]): Task[] => {
  const sorted = [...events].sort((a, b) => a.ts - b.ts);
  const parts = sorted.filter(({ name }) => SCRIPTS.has(name) || DRAWING.has(name));
  let at = 0;
  return sorted
    .filter(({ name }) => name === 'RunTask')
    .map((task) => {
      const inside: Event[] = [];
      for (let part = parts[at]; part && part.ts < task.ts + task.dur; at += 1, part = parts[at]) {
        if (part.ts >= task.ts) inside.push(part);
      }
      return {
        startMs: task.ts / 1000,
        ms: toMs(task),
        scriptMs: sumOf(inside, SCRIPTS),
        drawMs: sumOf(inside, DRAWING),
      };
    });
};

/** Records the browser while `act` runs; gives the tasks of the main thread that worked most, which is the page's. */
export const recordTasks = async (page: Page, act: () => Promise<void>): Promise<readonly Task[]> => {
  const browser = page.context().browser();
  if (!browser) throw new Error('Playwright gave a context without a browser');
  await browser.startTracing(page, { categories: CATEGORIES });
  await act();
  const { traceEvents } = v.parse(TraceSchema, JSON.parse(String(await browser.stopTracing())));
  const mainThreads = new Map<string, Event[]>();
  const events = traceEvents.flatMap((raw) => {
    const parsed = v.safeParse(EventSchema, raw);
    return parsed.success ? [parsed.output] : [];
  });
  for (const { name, args, pid, tid } of events)
    if (name === 'thread_name' && args.name === 'CrRendererMain') mainThreads.set(`${pid} ${tid}`, []);
  for (const event of events) if (event.ph === 'X') mainThreads.get(`${event.pid} ${event.tid}`)?.push(event);
  const tasks = [...mainThreads.values()].map(toTasks);
  const workOf = (thread: readonly Task[]): number => thread.reduce((sum, { ms }) => sum + ms, 0);
  return tasks.reduce((most, thread) => (workOf(thread) > workOf(most) ? thread : most), []);
};
