import { ProofmarkError } from '@proofmark/contract/errors'
import { identifier } from '@proofmark/contract/schemas/common'
import {
  thingEraseRequest,
  thingPassagesRequest,
  thingStrikeRequest,
  thingWordsRequest,
} from '@proofmark/contract/schemas/thing'
import { STRUCK_PLACES } from '@proofmark/contract/thing-words'
import { pino } from 'pino'
import { needRole } from '../../access/policy/role.ts'
import { findWords } from '../../cases/commands/find-words.ts'
import { readPassages } from '../../cases/commands/read-passages.ts'
import { strikePlaces } from '../../cases/commands/strike-words.ts'
import { presentWords } from '../../cases/present/thing.ts'
import { asEraser, eraseFor } from '../../cases/runs/erase-thing.ts'
import { needed } from '../arguments.ts'
import { oneLine, print, printJson } from '../output.ts'
import type { Shell } from '../shell.ts'
import { typed } from '../typed.ts'
import { type ThingAct, thingTyped } from './thing-flags.ts'

/** Whoever erases, with what they may erase. */
async function eraserOf({ pool, store, run }: Shell) {
  const services = {
    pool,
    clock: () => new Date(),
    recordSecret: store.keys.recordSecret,
    logger: pino({ level: 'silent' }),
  }
  return [services, await run(async (context) => context.reader)] as const
}

const erase: ThingAct = async (shell, flags, [thing]) => {
  const { grounds } = shell
  const input = typed(thingEraseRequest, {
    thing: thingTyped(thing),
    reason: needed(flags.reason, '--reason REASON'),
    grounds,
  })
  const erased = await eraseFor(...(await eraserOf(shell)), grounds, input)
  if (flags.json) printJson(erased)
  else {
    print(shell.say('thing.erased_done', { values: erased.values, ties: erased.ties }))
    if (erased.alike.length > 0) print(shell.say('thing.erased_alike', { count: erased.alike.length }))
    for (const alike of erased.alike) print(alike)
  }
}

const words: ThingAct = async (shell, flags, [thing]) => {
  const { say, grounds } = shell
  needed(flags.word?.[0], '--word WORD')
  const input = typed(thingWordsRequest, { thing: thingTyped(thing), words: flags.word ?? [], grounds })
  const eraser = await eraserOf(shell)
  const { places, more } = presentWords(await asEraser(...eraser, grounds, (context) => findWords(context, input)))
  if (flags.json) return printJson({ places, more })
  for (const { place, of, id, kind, case: within, at, stands, mayStrike } of places)
    print(
      [
        ...[
          say(`thing.place.${place}`),
          kind ?? '',
          oneLine(within?.reference ?? ''),
          at,
          say(`thing.stands.${stands}`),
        ],
        mayStrike ? `${place}:${of}:${id}` : say('thing.page.not_yours'),
      ].join('\t'),
    )
  if (places.length === 0) print(say('thing.words_none'))
  if (more) print(say('thing.words_more'))
}

/** `entry:CASE:ENTRY`, as `proofmark thing words` prints it. */
function placeOf(text: string): Record<string, string | undefined> {
  const [place, of, id, more] = text.split(':')
  const known = STRUCK_PLACES.find((each) => each === place)
  const whole = identifier.safeParse(of).success && identifier.safeParse(id).success && more === undefined
  if (known && whole) return { place, of, id }
  const accepted = STRUCK_PLACES.map((each) => `${each}:ID:ID`).join(', ')
  throw new ProofmarkError('value_not_listed', { field: 'PLACE', value: text, accepted })
}

const passage: ThingAct = async (shell, flags, [thing, place]) => {
  const { grounds } = shell
  needed(flags.word?.[0], '--word WORD')
  const where = placeOf(needed(place, 'PLACE'))
  const input = typed(thingPassagesRequest, {
    ...{ thing: needed(thing, 'THING'), words: flags.word ?? [], place: where, grounds },
  })
  const passages = await asEraser(...(await eraserOf(shell)), grounds, (context) => readPassages(context, input))
  if (flags.json) return printJson({ passages })
  for (const { before, found, after, stands } of passages)
    print([shell.say(`thing.stands.${stands}`), oneLine(`… ${before}[${found}]${after} …`)].join('\t'))
}

const strike: ThingAct = async (shell, flags, [thing, ...places]) => {
  const { grounds } = shell
  needed(places[0], 'PLACE')
  const input = typed(thingStrikeRequest, {
    ...{ thing: thingTyped(thing), words: flags.word ?? [] },
    ...{ places: places.map(placeOf), grounds },
  })
  const struck = await asEraser(...(await eraserOf(shell)), grounds, (context) => strikePlaces(context, input))
  if (flags.json) printJson({ thing: input.thing, struck })
  else print(shell.say('thing.words_struck', { count: struck }))
}

/** What a restore of an older backup must be told, so that nothing comes back; identifiers alone, to be kept apart from backups. */
const erasures: ThingAct = async ({ run }) => {
  const { erased, struck } = await run(async ({ query, reader }) => {
    needRole(reader, ['administrator'])
    return {
      erased: await query
        .selectFrom('thing_erasure')
        .select(['thing_id as thing', 'reason', 'erased_at as at'])
        .orderBy('erased_at')
        .execute(),
      struck: await query.selectFrom('struck_words').selectAll().orderBy('struck_at').execute(),
    }
  })
  for (const { thing, reason, at } of erased) printJson({ thing, reason, at: at.toISOString() })
  for (const { thing_id, reason, place, of_id, id, entry_id, struck_at } of struck)
    printJson({
      ...{ thing: thing_id, reason, at: struck_at.toISOString() },
      struck: { place, of: of_id, id, entry: entry_id },
    })
}

/** What `proofmark thing` does about what must go. */
export const THING_ERASING = { erase, words, passage, strike, erasures } as const
