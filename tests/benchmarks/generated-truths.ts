/** The same articles each time they are asked for: written once as lines of JSON, so that making them is not measured. */
import { createReadStream, createWriteStream } from 'node:fs'
import path from 'node:path'
import readline from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ItemTruth } from '#domain/item-truth.ts'
import type { TruthSource } from '#cms/publication/protocol.ts'
import { article, committee, topic } from '#tests/support/publication-fixture.ts'
import { randomFor } from './corpus/random.ts'
import { body, sentence, title } from './corpus/text.ts'

export async function generatedTruths(folder: string, items: number): Promise<TruthSource> {
  const file = path.join(folder, 'truths.jsonl')
  await pipeline(Readable.from(lines(items)), createWriteStream(file))
  return async function* () {
    for await (const line of readline.createInterface({ input: createReadStream(file) }))
      yield JSON.parse(line) as ItemTruth
  }
}

function* lines(items: number): Iterable<string> {
  for (const truth of truths(items)) yield `${JSON.stringify(truth)}\n`
}

/** Dates spread over fifteen years, as the archive pages of a portal of that age. */
function* truths(items: number): Iterable<ItemTruth> {
  yield committee()
  yield topic()
  for (let index = 0; index < items; index += 1) {
    const random = randomFor(`rebuild/${index}`)
    const date = new Date(Date.UTC(2011, index % 180, 1 + (index % 28), 3)).toISOString()
    const text = {
      title: title(random),
      lead: sentence(random),
      body: body(random, random.between(5, 13), []),
    }
    yield article(`tin-${String(index).padStart(6, '0')}`, text, date)
  }
}
