import type { FindAnswer } from '@proofmark/contract/schemas/find'
import { useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { itemName } from '../common/item.tsx'
import { useDoing } from '../common/useDoing.ts'
import { goTo } from '../frame/address.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './Exchange.module.css'
import type { KnownQuestion } from './known-question.ts'

const MOST = 5

/**
 * The pointer opens a trace request to the partner: it is about a record of ours, so that the records that bear the mark are
 * looked up first, on the same grounds. What the record tells is filled in.
 */
export function DraftRequest({ question }: { readonly question: KnownQuestion }) {
  const language = useLanguage()
  const { say, figures } = language
  const { busy, error, act, again } = useDoing()
  const [records, setRecords] = useState<FindAnswer['candidates'] | null>(null)
  const { partner, serial, make, reference, basis } = question
  const grounds = { purpose: 'trace' as const, reference: reference.trim() }
  const look = () =>
    act(async () => {
      const asked = { serial, ...(make.trim() !== '' && { make: make.trim() }), limit: MOST, grounds }
      setRecords((await api('find', asked)).candidates)
    })
  const write = (record: string) =>
    act(async () => {
      const to = { partner }
      const stated = { reference: reference.trim(), ...(basis !== null && { basis }) }
      const { id } = await api('traceDraft', { id: crypto.randomUUID(), record, to, ...stated, grounds })
      goTo(`/traces/${id}`)
    })
  return (
    <div className={styles.after}>
      {error && <Failed error={error} onAgain={again} />}
      {records === null && (
        <Button aria-disabled={busy} onClick={look}>
          {say('exchange.page.known.request')}
        </Button>
      )}
      {records?.length === 0 && <p>{say('exchange.page.known.no_record')}</p>}
      {records !== null && records.length > 0 && (
        <>
          <p className={styles.more}>{say('exchange.page.known.which_record')}</p>
          <ul className={styles.list}>
            {records.map(({ record, source, key, read }) => (
              <li key={record}>
                <p>
                  {itemName(language, read)}
                  {figures.comma}
                  <bdi>{source}</bdi>
                  {figures.comma}
                  <bdi>{key}</bdi>
                </p>
                <Button weight="word" aria-disabled={busy} onClick={() => write(record)}>
                  {say('exchange.page.known.write', { partner })}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
