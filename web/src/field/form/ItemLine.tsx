import type { RecoveryExhibit } from '@proofmark/contract/schemas/recovery'
import { Facts } from '../../common/Facts.tsx'
import { Identifier } from '../../common/Identifier.tsx'
import { useLanguage } from '../../frame/language.tsx'

/** One item in a line: what it is, its mark, its make and model, how many. */
export function ItemLine({ item }: { readonly item: RecoveryExhibit }) {
  const { say, figures } = useLanguage()
  const { stated, kind, count, number, ammunition } = item
  const name = [stated.make ?? ammunition?.maker, stated.model].filter(Boolean).join(' ')
  return (
    <Facts>
      {[
        say(`field.kind.${kind}`),
        number && (
          <Identifier key="number" mono>
            {number}
          </Identifier>
        ),
        stated.serial && (
          <Identifier key="serial" mono>
            {stated.serial}
          </Identifier>
        ),
        !stated.serial && stated.serial_state && say(`word.mark_state.${stated.serial_state}`),
        name,
        count !== undefined && count !== 1 && say('field.pieces', { count, figure: figures.count(count) }),
      ].map((fact) => fact || null)}
    </Facts>
  )
}
