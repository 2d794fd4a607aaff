import assert from 'node:assert/strict'
import { test } from 'node:test'
import { modelKey } from '../../../domain/src/model-table.ts'
import { MeaningContext, type Surroundings, shapeOf } from '../../../domain/src/proposals/context.ts'
import { proposeMeanings } from '../../../domain/src/proposals/propose.ts'
import { readItem } from '../../../domain/src/read-item.ts'
import { NO_VOCABULARY } from '../../../domain/src/vocabulary.ts'
import { type Chances, chancesFrom } from '../../../server/src/demonstration/random.ts'
import { keystroke } from './keystroke.ts'
import { misspeltMake } from './make-words.ts'
import { mixMakeNamed } from './makes.ts'
import { makeMixRegister, type RegisterEntry } from './register.ts'

/** Ways in which a make is written so that no table knows it, each from what its register says. */
const WAYS: Readonly<Record<string, (entry: RegisterEntry, chances: Chances) => string>> = {
  misspelt: ({ make }, chances) => misspeltMake(make, chances),
  'cut after ten, misspelt': ({ make }, chances) => keystroke(`${make} ARMS`.slice(0, 10), chances),
  'run together with the model, misspelt': ({ make, model }, chances) => keystroke(make, chances) + model,
  'beside another word': ({ make }, chances) =>
    `${chances.pick(['mod', 'pistola', 'fab', 'marca'])} ${keystroke(make, chances)} xq`,
}
const ENTRIES = 12_000
const TRIED = 250
const SEEDS = [11]

const surroundingsOf = ({ serial, model, calibre, type, country }: RegisterEntry): Surroundings => {
  const read = readItem({ serial, model, calibre, type, country })
  return {
    model: modelKey(model),
    ...(read.calibre.code === null ? {} : { calibre: read.calibre.code }),
    ...(read.type.code === null ? {} : { type: read.type.code }),
    ...(read.country.code === null ? {} : { country: read.country.code }),
    shape: shapeOf(serial),
  }
}

test('of makes that no table can read, the right one is proposed first in nine of ten, and among five nearly always', (t) => {
  const counts = new Map<string, { texts: number; first: number; five: number; strong: number; strongWrong: number }>()
  for (const seed of SEEDS) {
    const chances = chancesFrom(seed)
    const entries = makeMixRegister(ENTRIES, seed)
    const context = new MeaningContext()
    for (const entry of entries.slice(0, ENTRIES / 2))
      context.add(mixMakeNamed(entry.make).row.code, surroundingsOf(entry))
    for (const entry of entries.slice(ENTRIES / 2, ENTRIES / 2 + TRIED)) {
      const { code } = mixMakeNamed(entry.make).row
      for (const [way, write] of Object.entries(WAYS)) {
        const text = write(entry, chances)
        if (readItem({ make: text }).make.said !== 'unread') continue
        for (const known of ['by likeness alone', 'with what stands beside']) {
          const alone = known === 'by likeness alone'
          const grounds = alone ? { context: null, records: [] } : { context, records: [surroundingsOf(entry)] }
          const found = proposeMeanings({ field: 'make', text, make: null }, { vocabulary: NO_VOCABULARY, ...grounds })
          const at = found.findIndex((each) => each.code === code)
          const key = `${way}, ${known}`
          const so = counts.get(key) ?? { texts: 0, first: 0, five: 0, strong: 0, strongWrong: 0 }
          counts.set(key, so)
          so.texts++
          if (at === 0) so.first++
          if (at >= 0) so.five++
          if (found[0]?.strength === 'strong') {
            so.strong++
            if (at !== 0) so.strongWrong++
          }
        }
      }
    }
  }
  for (const [key, { texts, first, five, strong, strongWrong }] of counts) {
    const share = (part: number, of = texts) => (part / Math.max(1, of)).toFixed(3)
    t.diagnostic(
      `${key}: ${texts} texts, first ${share(first)}, among five ${share(five)}, strong ${share(strong)}, of those wrong ${share(strongWrong, strong)}`,
    )
    if (!key.endsWith('beside')) continue
    assert.ok(first / texts >= 0.9, key)
    assert.ok(five / texts >= 0.97, key)
    assert.ok(strongWrong / Math.max(1, strong) <= 0.03, key)
  }
})
