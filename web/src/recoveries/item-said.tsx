import type { ItemSaid } from '@proofmark/contract/schemas/custody'
import type { ReactNode } from 'react'
import { Facts } from '../common/Facts.tsx'
import { Identifier } from '../common/Identifier.tsx'
import type { Language } from '../frame/language.tsx'

type Words = Pick<Language, 'say' | 'figures'>

const mono = (text: string | undefined): ReactNode =>
  text ? (
    <Identifier key={text} mono>
      {text}
    </Identifier>
  ) : null
const plain = (text: string | undefined): ReactNode => (text ? <bdi key={text}>{text}</bdi> : null)

/** What an exhibit is, as its recovery states it: facts for a plate, each under its name; what is not stated is left out. */
export function itemFacts(said: ItemSaid | null, { say, figures }: Words): (readonly [string, ReactNode])[] {
  if (said === null) return []
  const { stated, ammunition, count, description } = said
  const state = stated.serial_state && say(`word.mark_state.${stated.serial_state}`)
  return [
    [say('field.label.type'), plain(stated.type)],
    [say('field.label.part'), stated.part ? say(`word.part.${stated.part}`) : null],
    [say('field.label.make'), plain(stated.make || ammunition?.maker)],
    [say('field.label.model'), plain(stated.model)],
    [say('field.label.calibre'), plain(stated.calibre)],
    [say('field.label.serial'), mono(stated.serial) ?? state ?? null],
    [say('field.label.headstamp'), mono(ammunition?.headstamp)],
    [say('field.label.lot'), mono(ammunition?.lot)],
    [say('field.label.count'), count === undefined ? null : figures.count(count)],
    [say('field.label.itemDescription'), plain(description)],
  ]
}

/** The same on one line of a list: make and model, calibre, mark, how many. */
export function itemLine(said: ItemSaid, { say, figures }: Words): ReactNode {
  const { stated, ammunition, count, description } = said
  const name = [stated.make || ammunition?.maker, stated.model].filter(Boolean).join(' ')
  return (
    <Facts>
      {[
        stated.part && say(`word.part.${stated.part}`),
        name || stated.type || description,
        stated.calibre,
        mono(stated.serial) ?? (stated.serial_state && say(`word.mark_state.${stated.serial_state}`)),
        mono(ammunition?.lot),
        count !== undefined && count !== 1 && say('field.pieces', { count, figure: figures.count(count) }),
      ].map((fact) => fact || null)}
    </Facts>
  )
}
