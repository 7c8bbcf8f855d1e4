/** A process that crash and lock tests start: does one piece of work with a publisher, prints `done`, waits or ends. */
import { readFileSync } from 'node:fs'
import type { ItemTruth } from '#domain/item-truth.ts'
import type { PublisherSettings } from '#cms/publication/protocol.ts'
import { openPublisher } from '#cms/publication/publisher.ts'
import { headsFrom } from './publication-fixture.ts'

type Work = {
  settings: PublisherSettings
  publish?: ItemTruth
  rebuild?: ItemTruth[]
  /** The rebuild may carry rows over. */
  isCarrying?: boolean
  hold?: boolean
}

const { settings, publish, rebuild, isCarrying, hold } = JSON.parse(
  readFileSync(process.argv[2] ?? '', 'utf8'),
) as Work
const publisher = await openPublisher(settings)
if (rebuild) {
  const truths = async function* () {
    yield* rebuild
  }
  await publisher.rebuild(truths, undefined, isCarrying ? { heads: headsFrom(truths) } : {})
}
if (publish) await publisher.publish({ publicationId: 'p', ref: publish.ref, truth: publish })
process.stdout.write('done\n')
if (hold) setInterval(() => {}, 1000)
else await publisher.close()
