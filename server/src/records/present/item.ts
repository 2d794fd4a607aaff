import type { Item } from '@proofmark/contract/schemas/item'
import type { ItemRead, ReadWord } from '@proofmark/domain/item'
import type { Mark } from '@proofmark/domain/marking'

export function presentMark(mark: Mark): Item['serial'] {
  const { part, kind, stated, norm, skeleton, script, state } = mark
  const characters = mark.characters.map((each) => ({ ...each, alternatives: [...each.alternatives] }))
  return { part, kind, stated, norm, skeleton, script, state, characters, unread: mark.unread === true }
}

export const presentWord = ({ stated, code, name, known, said }: ReadWord): Item['make'] => ({
  stated,
  code,
  name,
  known,
  said,
})

/** The item as the tables read it. It holds nothing of any person. */
export function presentItem({ serial, make, model, calibre, type, country, year, yearStated }: ItemRead): Item {
  return {
    serial: presentMark(serial),
    make: presentWord(make),
    model: presentWord(model),
    calibre: presentWord(calibre),
    type: presentWord(type),
    country: presentWord(country),
    yearStated,
    year,
  }
}
