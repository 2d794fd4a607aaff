import { MARK_STATES, type Mark, type MarkState } from './marking.ts'
import { SAID_OF_MARKS } from './vocabulary-field.ts'

/**
 * What a word beside a number says of it: `1234 (raspado)` leaves a partial mark, `1234 adulterado` an altered one. Null
 * where it says nothing of a number that can be read.
 */
export function damageBeside(state: MarkState | null): 'partial' | 'altered' | null {
  if (state === 'altered' || state === 'partial') return state
  return state === 'obliterated' || state === 'illegible' ? 'partial' : null
}

/**
 * The marks of a serial field, the serial first, with the state that the source gives in a column of its own. Where the
 * field is blank or holds words, the column says which fact it is; beside a number it counts as a word would that stood
 * there. What contradicts the field is left aside: a number that can be read was found, and one that is not stated is
 * not legible. A word that no list knows changes nothing.
 */
export function withSerialState(marks: readonly Mark[], stated: string | undefined): readonly Mark[] {
  const word = stated?.trim()
  const state = MARK_STATES.find((each) => each === word)
  const [serial, ...others] = marks
  if (state === undefined || serial === undefined) return marks
  if (serial.norm !== null) return [{ ...serial, state: damageBeside(state) ?? serial.state }, ...others]
  const withoutNumber = SAID_OF_MARKS.find((each) => each === state)
  if (withoutNumber === undefined) return marks
  const { unread: _, ...read } = serial
  return [{ ...read, state: withoutNumber }, ...others]
}
