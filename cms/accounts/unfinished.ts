/** What the accounts still have to write after an answer went out: a clean stop waits for it. */
const unfinished = new Set<() => Promise<void>>()

export const finishBeforeStop = (work: () => Promise<void>): void => void unfinished.add(work)

export async function finishAccountWork(): Promise<void> {
  await Promise.all([...unfinished].map((work) => work()))
}
