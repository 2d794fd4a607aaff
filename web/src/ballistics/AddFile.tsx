import type { BallisticAdded } from '@proofmark/contract/schemas/ballistic'
import { useId, useState } from 'react'
import { Failed } from '../common/Failed.tsx'
import picks from '../common/FilePick.module.css'
import { Section } from '../common/Section.tsx'
import tables from '../common/Table.module.css'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './Ballistics.module.css'
import { GROUNDS } from './grounds.ts'

/** Takes in a table of results; what does not fit is told by row and field. */
export function AddFile({ onTaken }: { readonly onTaken: () => void }) {
  const { say } = useLanguage()
  const id = useId()
  const doing = useDoing()
  const [added, setAdded] = useState<BallisticAdded | null>(null)
  const take = (file: File) =>
    doing.act(async () => {
      setAdded(await api('ballisticFile', file, { file: file.name, ...GROUNDS }))
      onTaken()
    })
  return (
    <Section heading={say('ballistic.page.add')} busy={doing.busy}>
      <p className={styles.told}>{say('ballistic.page.add_told')}</p>
      <input
        id={id}
        type="file"
        name="results"
        accept=".csv,.xlsx,text/csv"
        className={`unseen ${picks.input}`}
        onChange={({ target }) => {
          const file = target.files?.[0]
          target.value = ''
          if (file) take(file)
        }}
      />
      <label htmlFor={id} className={picks.pick}>
        {say('ballistic.page.choose_file')}
      </label>
      {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
      <div role="status">{added && <Outcome added={added} />}</div>
    </Section>
  )
}

function Outcome({ added: { accepted, unchanged, waiting, problems } }: { readonly added: BallisticAdded }) {
  const { say, figures } = useLanguage()
  return (
    <>
      <p className={styles.told}>
        {say('ballistic.added', { accepted, unchanged, waiting: waiting.length, rejected: problems.length })}
      </p>
      {problems.length > 0 && (
        <table className={tables.table}>
          <caption className="unseen">{say('ballistic.page.problems')}</caption>
          <thead>
            <tr>
              <th scope="col" className={tables.number}>
                {say('ballistic.page.column.row')}
              </th>
              <th scope="col">{say('ballistic.page.column.wrong')}</th>
              <th scope="col">{say('ballistic.page.column.accepted')}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map(({ row, field, reason, accepted: wanted }) => (
              <tr key={`${row} ${field}`}>
                <th scope="row" className={tables.number} data-label={say('ballistic.page.column.row')}>
                  {figures.count(row)}
                </th>
                <td data-label={say('ballistic.page.column.wrong')}>{reason}</td>
                <td data-label={say('ballistic.page.column.accepted')}>{wanted}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
