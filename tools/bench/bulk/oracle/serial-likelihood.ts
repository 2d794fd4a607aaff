import { ATTEMPTS, ELSEWHERE, WHERE_ZERO } from '../../mix/damage-shares.ts'
import { LOST } from '../../mix/edits-between.ts'
import { agrees } from './agreement.ts'
import { confusablesOf, confusionProbability } from './confusing.ts'
import { dropProbability } from './dropping.ts'
import { editFails, editProbability } from './editing.ts'
import { twoErrorsFail } from './hidden-errors.ts'
import { lossProbability } from './losing.ts'
import { Forms, isWrittenOtherwise } from './reformatting.ts'
import { probabilitiesOf } from './shares.ts'
import { twoErrorsOnce } from './two-errors.ts'

const whereZero = probabilitiesOf(WHERE_ZERO)
const elsewhere = probabilitiesOf(ELSEWHERE)
const sharesOf = (serial: string) => (/[0O]/.test(serial) ? whereZero : elsewhere)

/** How probable it is that a recovery states a serial so, given the serial that is registered, by the damages of the mix. */
export class SerialLikelihood {
  readonly #forms = new Forms()
  readonly #fails = new Map<string, number>()

  #twoErrorsFail(serial: string): number {
    const known = this.#fails.get(serial)
    if (known !== undefined) return known
    const fails = twoErrorsFail(serial)
    this.#fails.set(serial, fails)
    return fails
  }

  /** What is tried again until it succeeds is as probable as in one try, beside all in which one try succeeds. */
  #twoErrors(serial: string, read: string): number {
    const once = twoErrorsOnce(serial, read)
    if (once === 0) return 0
    const fails = this.#twoErrorsFail(serial)
    return (once * (1 - fails ** ATTEMPTS)) / (1 - fails)
  }

  /** A serial that cannot be damaged as it was to be is stated as it is. */
  #unchanged(serial: string): number {
    const shares = sharesOf(serial)
    const unconfused = confusablesOf(serial).count === 0 ? shares.confusable : 0
    return shares.unchanged + unconfused + shares.two_errors * this.#twoErrorsFail(serial) ** ATTEMPTS
  }

  /** Of the registered serial and the stated one. Registered serials have five characters and more, A to Z and 0 to 9. */
  of(serial: string, read: string): number {
    const shares = sharesOf(serial)
    if (serial === read) return this.#unchanged(serial)
    const reformatted = shares.reformatted * this.#forms.probability(serial, read)
    if (isWrittenOtherwise(read)) return reformatted
    const twoErrors = shares.two_errors * this.#twoErrors(serial, read)
    if (read.includes(LOST)) return twoErrors + (agrees(serial, read) ? shares.lost * lossProbability(read) : 0)
    return (
      reformatted +
      twoErrors +
      shares.confusable * confusionProbability(serial, read) +
      (shares.edit * editProbability(serial, read)) / (1 - editFails(serial)) +
      shares.dropped * dropProbability(serial, read)
    )
  }
}
