import { useCallback, useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Failed } from '../common/Failed.tsx'
import { Section } from '../common/Section.tsx'
import table from '../common/Table.module.css'
import { api } from '../frame/api.ts'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import { GROUNDS } from './grounds.ts'
import styles from './Storage.module.css'
import { Turn } from './Turn.tsx'

const PAGE = 20

/** Stock-takings of a place, or of all: those that are open first, then the newest. */
export function Stocktakes({ storage }: { readonly storage: string | null }) {
  const { say, figures } = useLanguage()
  const [after, setAfter] = useState(0)
  const ask = useCallback(
    () => api('stocktakeList', { ...(storage === null ? {} : { storage }), after, limit: PAGE, grounds: GROUNDS }),
    [storage, after],
  )
  const [asked, again] = useAsked(ask)
  return (
    <Section heading={say('storage.stock.list')}>
      {asked.kind === 'asking' && <Bars id="storage.opening" />}
      {asked.kind === 'failed' && <Failed error={asked.error} kept={false} onAgain={again} />}
      {asked.kind === 'answered' && asked.answer.stocktakes.length === 0 && (
        <p className={styles.quiet}>
          {say('storage.stock.none')} {storage === null && say('storage.stock.none_how')}
        </p>
      )}
      {asked.kind === 'answered' && asked.answer.stocktakes.length > 0 && (
        <table className={table.table}>
          <caption className="unseen">{say('storage.stock.list')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('storage.stock.begun')}</th>
              <th scope="col">{say('storage.place')}</th>
              <th scope="col">{say('storage.stock.state')}</th>
              <th scope="col">{say('storage.stock.differs')}</th>
            </tr>
          </thead>
          <tbody>
            {asked.answer.stocktakes.map(({ stocktake, begunAt, path, state, scans, counts }) => {
              const differ = counts && counts.missing + counts.elsewhere + counts.unexpected
              return (
                <tr key={stocktake}>
                  <th scope="row">
                    <Go to={`/storage/${stocktake}`}>{figures.moment(begunAt)}</Go>
                  </th>
                  <td data-label={say('storage.place')}>
                    <bdi>{path}</bdi>
                  </td>
                  <td data-label={say('storage.stock.state')}>{say(`word.stocktake_state.${state}`)}</td>
                  <td data-label={say('storage.stock.differs')}>
                    {differ === null
                      ? say('storage.stock.scans', { count: scans, figure: figures.count(scans) })
                      : say('storage.stock.differences', { count: differ, figure: figures.count(differ) })}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      <Turn
        before={after > 0 ? () => setAfter(Math.max(0, after - PAGE)) : null}
        after={asked.kind === 'answered' && asked.answer.more ? () => setAfter(after + PAGE) : null}
      />
    </Section>
  )
}
