import type { TakenInShown } from '@proofmark/contract/schemas/partner'
import { type DragEvent, useId, useState } from 'react'
import { Failed } from '../common/Failed.tsx'
import picks from '../common/FilePick.module.css'
import { numbered } from '../common/numbered.ts'
import { Section } from '../common/Section.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './Exchange.module.css'

/** Takes in a file that came from a partner by whatever way: chosen, or dropped here. Twice does nothing twice. */
export function TakeIn({ onTaken }: { readonly onTaken: () => void }) {
  const { say } = useLanguage()
  const id = useId()
  const { busy, error, act, again } = useDoing()
  const [over, setOver] = useState(false)
  const [taken, setTaken] = useState<TakenInShown | null>(null)
  const take = (file: File | undefined) => {
    if (!file) return
    setTaken(null)
    act(async () => {
      setTaken(await api('inboxTakeIn', file))
      onTaken()
    })
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }
  return (
    <Section heading={say('exchange.page.take_in')}>
      <p className={styles.how}>{say('exchange.page.take_in_how')}</p>
      {error && <Failed error={error} onAgain={again} kept={false} />}
      <div role="status">{taken && <Taken taken={taken} />}</div>
      <fieldset
        className={over ? `${styles.drop} ${styles.over}` : styles.drop}
        aria-busy={busy}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <legend className="unseen">{say('exchange.page.take_in')}</legend>
        <input
          id={id}
          className={`unseen ${picks.input}`}
          type="file"
          name="envelope"
          disabled={busy}
          onChange={({ target }) => {
            take(target.files?.[0])
            target.value = ''
          }}
        />
        <label htmlFor={id} className={picks.pick}>
          {say('exchange.page.take_in_choose')}
        </label>{' '}
        {say('exchange.page.or_drop')}
      </fieldset>
    </Section>
  )
}

function Taken({ taken: { partner, stored, repeated, acknowledged, refused } }: { readonly taken: TakenInShown }) {
  const { say, figures } = useLanguage()
  return (
    <>
      <p>
        {say('exchange.page.taken_in', {
          partner,
          stored: figures.count(stored),
          repeated: figures.count(repeated),
          acknowledged: figures.count(acknowledged),
        })}
      </p>
      {refused.length > 0 && (
        <>
          <p className={styles.warn}>
            {say('exchange.page.refused_count', { count: refused.length, figure: figures.count(refused.length) })}
          </p>
          <ul>
            {numbered(refused).map(({ place, value }) => (
              <li key={place}>{value}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
