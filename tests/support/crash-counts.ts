/**
 * How long the crash runs are. `npm run test:crash` is the full length; `CRASH_RUNS=short` is for a quick look,
 * and each count has a variable of its own: `CRASH_KILLS=5`. `CRASH_SEED` repeats a run.
 */
const full = {
  /** kill -9 at random moments, and acknowledged steps under them. */
  kills: 50,
  edits: 200,
  /** Copies of the data folder taken while people work. */
  cuts: 50,
  /** Quick restarts, and approvals that wait when they begin. */
  restarts: 30,
  backlog: 100,
  /** Corrections of one article under reader load. */
  publications: 1000,
  /** Rounds of random damage to the tree, and bytes flipped in the read model. */
  damages: 10,
  flips: 10,
}
const short: typeof full = {
  kills: 3,
  edits: 12,
  cuts: 3,
  restarts: 3,
  backlog: 10,
  publications: 40,
  damages: 2,
  flips: 2,
}

const wanted = process.env.CRASH_RUNS ?? 'full'
if (wanted !== 'full' && wanted !== 'short') throw new Error('CRASH_RUNS is full or short')

export const counts = Object.fromEntries(
  Object.entries(wanted === 'short' ? short : full).map(([name, count]) => [
    name,
    Number(process.env[`CRASH_${name.toUpperCase()}`] ?? count),
  ]),
) as typeof full

export const seed = Number(process.env.CRASH_SEED ?? Date.now() % 100_000)
