import type { MarkCharacter } from '@proofmark/domain/marking'
import { CONFUSED_SHARE, KEPT_KIND } from './channel-shares.ts'
import type { DamageShares } from './model.ts'
import { ANY, ANY_DIGIT, ANY_LETTER, CHANCE, isDigit, shareOf, type Weights, weightsOf } from './shapes.ts'

/** What stands on a mark, against all the numbers that there are. Both are shares between 0 and 1. */
export interface Background {
  /** How often a firearm bears such a number. */
  readonly borne: number
  /**
   * How often a firearm's number, kept or damaged in any of the ways of the channel, reads like this one. Where the
   * shape is one that no maker uses, this is far above `borne`: then the mark is likely a damaged one.
   */
  readonly read: number
}

/** A run of unknown length is taken to hide up to this many characters. */
const LONGEST_RUN = 6
/** How a character is confused, if it is: zeros and the letter O far oftener than all others. */
type Confusable = keyof typeof CONFUSED_SHARE | null
const ZEROS = /[0OQ]/
const OTHERS = /[1IL2Z5S6G8B]/

function confusableOf({ alternatives }: Pick<MarkCharacter, 'alternatives'>): Confusable {
  if (alternatives.some((one) => ZEROS.test(one))) return 'common'
  return alternatives.some((one) => OTHERS.test(one)) ? 'other' : null
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const mean = (values: readonly number[]) => (values.length === 0 ? 0 : sum(values) / values.length)

const without = (list: readonly Weights[], at: number) => [...list.slice(0, at), ...list.slice(at + 1)]
const replaced = (list: readonly Weights[], at: number, by: Weights) => [
  ...list.slice(0, at),
  by,
  ...list.slice(at + 1),
]
const inserted = (list: readonly Weights[], at: number) => [...list.slice(0, at), ANY, ...list.slice(at)]

function transposed(list: readonly Weights[], at: number): Weights[] {
  const swapped = [...list]
  ;[swapped[at], swapped[at + 1]] = [list[at + 1]!, list[at]!]
  return swapped
}

function bySubstitution(list: readonly Weights[]): number {
  return mean(
    list.map(({ digit, letter }, at) => {
      const kind = digit >= letter ? ANY_DIGIT : ANY_LETTER
      const other = digit >= letter ? ANY_LETTER : ANY_DIGIT
      const chance = digit >= letter ? CHANCE.digit : CHANCE.letter
      const came = KEPT_KIND * shareOf(replaced(list, at, kind)) * chance
      return came + ((1 - KEPT_KIND) * shareOf(replaced(list, at, other))) / 26
    }),
  )
}

const ends = [1, 2, 3] as const

/** What of a background does not depend on which of its characters are confused with others. */
interface ShapeBackground {
  readonly borne: number
  /** How often a number of another shape reads so, by each of the ways but confusion. */
  readonly ways: readonly number[]
  /** How often numbers are that have a character of the other kind here, place by place. */
  readonly crossed: readonly number[]
}

function ofShape(list: readonly Weights[], shares: DamageShares): ShapeBackground {
  const any = (count: number) => Array.from({ length: count }, () => ANY)
  const places = Array.from({ length: list.length + 1 }, (_, at) => at)
  return {
    borne: shareOf(list),
    ways: [
      shares.substituted * bySubstitution(list),
      shares.added * mean(list.map((_, at) => shareOf(without(list, at)) * CHANCE.digit)),
      shares.leftOut * mean(places.map((at) => shareOf(inserted(list, at)))),
      shares.transposed * mean(places.slice(0, -2).map((at) => shareOf(transposed(list, at)))),
      shares.frontMissing * mean(ends.map((count) => shareOf([...any(count), ...list]))),
      shares.backMissing * mean(ends.map((count) => shareOf([...list, ...any(count)]))),
    ],
    crossed: list.map(({ digit, letter }, at) =>
      shareOf(
        replaced(list, at, digit >= letter ? { digit: 0, letter: CHANCE.letter } : { digit: CHANCE.digit, letter: 0 }),
      ),
    ),
  }
}

/** Each position that another of its class may have stood at; how often each is confused is the channel's. */
function byConfusion({ crossed }: ShapeBackground, confusable: readonly Confusable[]): number {
  let total = 0
  for (const [at, share] of crossed.entries()) {
    const kind = confusable[at]
    if (kind) total += CONFUSED_SHARE[kind] * share
  }
  return total
}

function backgroundOf(
  shape: ShapeBackground,
  confusable: readonly Confusable[],
  clear: boolean,
  shares: DamageShares,
): Background {
  const { borne, ways } = shape
  const other = sum([shares.confused * byConfusion(shape, confusable), ...ways])
  // Where characters are lost already, anything else that befell the mark is a second thing.
  const read = clear
    ? shares.kept * borne + other * (1 + shares.further * (1 - shares.kept))
    : shares.keptWhereLost * borne + shares.further * other
  return { borne, read }
}

function widened(characters: readonly MarkCharacter[]): (readonly MarkCharacter[])[] {
  const run = characters.findIndex((one) => one.run)
  if (run < 0) return [characters]
  const rest = characters.filter((one, at) => at !== run && !one.run)
  const lost: MarkCharacter = { state: 'lost', alternatives: [], run: false }
  return Array.from({ length: LONGEST_RUN + 1 }, (_, hidden) => [
    ...rest.slice(0, run),
    ...Array.from({ length: hidden }, () => lost),
    ...rest.slice(run),
  ])
}

/** Shapes of letters and digits, which all marks but the oddest have in common. */
const KEPT_SHAPES = 4_096
/** Shapes that also tell which characters are confused. */
const KEPT = 16_384

/**
 * The background of marks under one model. Two marks of one shape have one background, so it is kept by shape; how many
 * are kept is bounded.
 */
export function backgrounds(shares: DamageShares): (characters: readonly MarkCharacter[]) => Background {
  const shapes = new Map<string, ShapeBackground>()
  const known = new Map<string, Background>()

  function shapeBackground(characters: readonly MarkCharacter[]): ShapeBackground {
    const key = characters.map(kindsOf).join(' ')
    const found = shapes.get(key)
    if (found) return found
    const shape = ofShape(characters.map(weightsOf), shares)
    if (shapes.size >= KEPT_SHAPES) shapes.clear()
    shapes.set(key, shape)
    return shape
  }

  return (characters) => {
    let key = ''
    for (const character of characters) key += shapeOf(character)
    const found = known.get(key)
    if (found) return found
    const clear = characters.every(isClear)
    const all = widened(characters).map((list) =>
      backgroundOf(shapeBackground(list), list.map(confusableOf), clear, shares),
    )
    const background = { borne: sum(all.map(({ borne }) => borne)), read: sum(all.map(({ read }) => read)) }
    if (known.size >= KEPT) known.clear()
    known.set(key, background)
    return background
  }
}

/** How many digits and letters may stand at a position: its weights depend on no more. */
function kindsOf({ alternatives }: MarkCharacter): string {
  if (alternatives.length === 1) return isDigit(alternatives[0]!) ? 'd' : 'l'
  const digits = alternatives.filter(isDigit).length
  return `${digits},${alternatives.length - digits}`
}

const isClear = ({ alternatives }: MarkCharacter) => alternatives.length === 1

const kindOf = (one: string) => `${isDigit(one) ? 'd' : 'l'}${confusableOf({ alternatives: [one] })?.[0] ?? ''}`

/** Of each character that nearly all marks consist of what stands for it in a shape. */
const KINDS: readonly string[] = Array.from({ length: 128 }, (_, code) => `[${kindOf(String.fromCharCode(code))}]`)

/** What of a position its background depends on. */
export function shapeOf({ alternatives, run }: MarkCharacter): string {
  if (alternatives.length === 0) return run ? '*' : '?'
  const [only] = alternatives
  if (alternatives.length === 1 && only!.length === 1 && only!.charCodeAt(0) < KINDS.length)
    return KINDS[only!.charCodeAt(0)]!
  return `[${alternatives.map(kindOf).join('')}]`
}
