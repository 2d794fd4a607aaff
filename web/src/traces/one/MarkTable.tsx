import type { TracedFirearm } from '@proofmark/contract/schemas/trace-message'
import { numbered } from '../../common/numbered.ts'
import tables from '../../common/Table.module.css'
import { useLanguage } from '../../frame/language.tsx'
import { Mark } from '../../mark/Mark.tsx'
import { cellsOf } from '../../mark/typed.ts'
import { countriesOf } from '../countries.ts'

/** Every mark of a firearm: what it is for, as it stands, in which state and where. */
export function MarkTable({ firearm: { serial, marks } }: { readonly firearm: TracedFirearm }) {
  const { say, locale } = useLanguage()
  const { nameOf } = countriesOf(locale)
  const rows = [{ kind: 'serial' as const, ...serial, country: null }, ...marks]
  const columns = ['mark_kind', 'mark_observed', 'serial_state', 'serial_part'] as const
  return (
    <table className={tables.table}>
      <caption className="unseen">{say('traces.form.marks')}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {say(`traces.form.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {numbered(rows).map(({ place, value }) => (
          <tr key={place}>
            <th scope="row">
              {say(`traces.form.mark_kind.${value.kind}`)}
              {value.country !== null && <> · {nameOf(value.country)}</>}
            </th>
            <td data-label={say('traces.form.mark_observed')}>
              <div>
                <Mark
                  mark={{ state: value.state, characters: value.observed === null ? [] : cellsOf(value.observed) }}
                  size="text"
                />
              </div>
            </td>
            <td data-label={say('traces.form.serial_state')}>{say(`word.mark_state.${value.state}`)}</td>
            <td data-label={say('traces.form.serial_part')}>{say(`word.part.${value.part}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
