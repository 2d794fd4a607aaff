import type { MarkCharacter } from '@proofmark/domain/marking'
import { formatCharacters } from '@proofmark/domain/serial-characters'
import type { Passage, PassageStep } from './damage.ts'
import { chanceCost } from './damage-steps.ts'
import type { ComparedMark, LikeliestReading } from './likeliest-reading.ts'

/** What a position says: both agree, are taken for each other, one of them is lost, or they differ. */
export type Says = 'agrees' | 'confusable' | 'nothing' | 'differs'

/** A position of two marks laid over each other, by the places in either; null where one has no character there. */
export interface MarkColumn {
  readonly asked: number | null
  readonly recorded: number | null
  readonly says: Says
  readonly bits: number
}

/** Two marks laid over each other, in order. The bits of the columns and of the whole sum to those of the comparison. */
export interface MarkAlignment {
  readonly columns: readonly MarkColumn[]
  /**
   * What no position says by itself: how common such a number is, that nothing more befell it, the form in which it was
   * taken, the part that it stands on, and the ways less likely than this one.
   */
  readonly whole: number
}

/** A column by the places in the mark that stood and the one that was read. */
interface Place {
  readonly stood: number | null
  readonly read: number | null
  readonly move: PassageStep['move']
  readonly bits: number
}

/**
 * The places so far with a step beside a run: the run stands over each character that it hides, over the other mark's
 * run, or once by itself.
 */
function alongRun(places: readonly Place[], { move, stood, read }: PassageStep, isRun: boolean): Place[] {
  const [side, other] = stood[0] < stood[1] ? (['stood', 'read'] as const) : (['read', 'stood'] as const)
  const at = { stood: stood[0], read: read[0] }
  if (!isRun) return [...places, { ...at, move, bits: 0 }]
  const before = places.at(-1)
  if (before?.[side] === at[side]) return [...places]
  const beside = before?.move === 'filled' && before[side] === null && before[other] === at[other] - 1
  const place: Place = { stood: null, read: null, move, bits: 0, [side]: at[side] }
  return beside ? [...places.slice(0, -1), { ...place, [other]: before[other] }] : [...places, place]
}

/** The places that a step leads over, each worth as much as what was read there is rare, less what the step costs. */
function placesOf({ move, stood, read, bits }: PassageStep, characters: readonly MarkCharacter[]): Place[] {
  const [over, across] = [stood[1] - stood[0], read[1] - read[0]]
  const count = Math.max(over, across)
  return Array.from({ length: count }, (_, at) => {
    const [one, other] = [at < over ? stood[0] + at : null, at < across ? read[0] + at : null]
    const rare = other === null ? 0 : chanceCost(characters[other]!)
    return { stood: one, read: other, move, bits: rare - bits / count }
  })
}

const HARMLESS: ReadonlySet<string> = new Set(['same', 'filled'])

/** What harm costs beside its own steps, that the mark is no longer whole, is shared out among the places of it. */
function shareHarm(places: readonly Place[], costs: number): Place[] {
  const harmed = places.filter(({ move }) => !HARMLESS.has(move)).length
  return places.map((place) => (HARMLESS.has(place.move) ? place : { ...place, bits: place.bits - costs / harmed }))
}

function placesAlong({ bits, steps, unharmed }: Passage, { asked, recorded, recordedDamaged }: LikeliestReading) {
  const [stood, read] = recordedDamaged ? [asked, recorded] : [recorded, asked]
  const along = steps()
  let places: Place[] = []
  for (const step of along) {
    const [over, across] = [step.stood[0] < step.stood[1], step.read[0] < step.read[1]]
    if (step.move === 'filled' && over !== across)
      places = alongRun(places, step, (over ? stood[step.stood[0]] : read[step.read[0]])?.run === true)
    else places = [...places, ...placesOf(step, read)]
  }
  return shareHarm(places, bits - along.reduce((sum, step) => sum + step.bits, 0) - unharmed)
}

/**
 * Where the characters of a form stand in the mark that it was made of: it leaves some out, or writes each of them
 * otherwise. Null where it is neither.
 */
function placesInMark(form: readonly MarkCharacter[], mark: readonly MarkCharacter[]): number[] | null {
  if (form.length === mark.length) return form.map((_, place) => place)
  const places: number[] = []
  for (const one of form) {
    const text = formatCharacters([one])
    const from = (places.at(-1) ?? -1) + 1
    const place = mark.findIndex((other, at) => at >= from && formatCharacters([other]) === text)
    if (place < 0) return null
    places.push(place)
  }
  return places
}

/** Of two readings either may stand there; of more it is the first that does. */
const seen = ({ alternatives }: MarkCharacter) => (alternatives.length <= 2 ? alternatives : alternatives.slice(0, 1))

function saysOf(move: Place['move'], asked: MarkCharacter | undefined, recorded: MarkCharacter | undefined): Says {
  if (asked?.run || recorded?.run) return 'nothing'
  if (!asked || !recorded) return 'differs'
  if (asked.alternatives.length === 0 || recorded.alternatives.length === 0) return 'nothing'
  if (move === 'confused') return 'confusable'
  if (!HARMLESS.has(move)) return 'differs'
  return seen(asked).some((one) => seen(recorded).includes(one)) ? 'agrees' : 'confusable'
}

/** The columns again with what the forms left out of either mark, which says nothing. */
function withLeftOut(columns: readonly MarkColumn[], asked: number, recorded: number): MarkColumn[] {
  const all: MarkColumn[] = []
  const next = { asked: 0, recorded: 0 }
  const fill = (side: 'asked' | 'recorded', until: number) => {
    for (; next[side] < until; next[side]++)
      all.push({ asked: null, recorded: null, [side]: next[side], says: 'nothing', bits: 0 })
  }
  for (const column of columns) {
    for (const side of ['asked', 'recorded'] as const) {
      const place = column[side]
      if (place === null) continue
      fill(side, place)
      next[side] = Math.max(next[side], place + 1)
    }
    all.push(column)
  }
  fill('asked', asked)
  fill('recorded', recorded)
  return all
}

/**
 * Lays two marks over each other along the likeliest way from one to the other, and says what each position is worth:
 * how much likelier it reads so where that one stood than by chance. `bits` are those that both marks are worth, of
 * which the whole is what remains. Null where no way leads from one to the other, or only when one is turned round or
 * written with other characters.
 */
export function markAlignments(
  likeliestReading: (asked: ComparedMark, recorded: ComparedMark) => LikeliestReading | null,
): (asked: ComparedMark, recorded: ComparedMark, bits: number) => MarkAlignment | null {
  return (asked, recorded, bits) => {
    const found = likeliestReading(asked, recorded)
    if (!found?.passage || found.otherForm === 'turned') return null
    const inAsked = placesInMark(found.asked, asked.characters)
    const inRecorded = placesInMark(found.recorded, recorded.characters)
    if (!inAsked || !inRecorded) return null
    const columns = placesAlong(found.passage, found).map(({ stood, read, move, bits: worth }): MarkColumn => {
      const [one, other] = found.recordedDamaged ? [stood, read] : [read, stood]
      const place = { asked: one === null ? null : inAsked[one]!, recorded: other === null ? null : inRecorded[other]! }
      const says = saysOf(move, asked.characters[place.asked ?? -1], recorded.characters[place.recorded ?? -1])
      return { ...place, says, bits: worth }
    })
    const whole = bits - columns.reduce((sum, column) => sum + column.bits, 0)
    return { columns: withLeftOut(columns, asked.characters.length, recorded.characters.length), whole }
  }
}
