import type { ThingList } from '@proofmark/contract/schemas/thing'
import tables from '../../common/Table.module.css'
import { useLanguage } from '../../frame/language.tsx'
import { ToThing } from './Called.tsx'

/** Things by what they are called, the last recorded first. */
export function ThingTable({ things }: { readonly things: ThingList['things'] }) {
  const { say, figures } = useLanguage()
  return (
    <table className={tables.table}>
      <caption className="unseen">{say('thing.page.list')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('thing.page.column.called')}</th>
          <th scope="col">{say('thing.page.column.kind')}</th>
          <th scope="col">{say('thing.page.column.as')}</th>
          <th scope="col">{say('thing.page.column.recorded')}</th>
        </tr>
      </thead>
      <tbody>
        {things.map((each) => (
          <tr key={each.thing}>
            <th scope="row">
              <ToThing {...each} />
            </th>
            <td data-label={say('thing.page.column.kind')}>{say(`thing.kind.${each.kind}`)}</td>
            <td data-label={say('thing.page.column.as')}>
              {figures.list(each.categories.map((category) => say(`thing.category.${category}`)))}
            </td>
            <td data-label={say('thing.page.column.recorded')}>{figures.day(each.at)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
