import type { AnswerError } from '@proofmark/contract/client'
import type { ImportShow } from '@proofmark/contract/schemas/import'
import { useRef, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Note } from '../common/Note.tsx'
import { answerError, api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { GoOnUpload } from './GoOnUpload.tsx'
import styles from './ImportActions.module.css'
import { type Act, actsFor, situationOf } from './situation.ts'

interface ImportActionsProps {
  readonly shown: ImportShow
  readonly onChanged: () => Promise<void>
}

async function carryOut(act: Act, id: string): Promise<number | null> {
  const address = { import: id }
  if (act === 'go_on') await api('importGoOn', undefined, { ...address, wait: 'false' })
  if (act === 'stop' || act === 'stop_and_take_back') await api('importStop', undefined, address)
  if (act === 'take_back' || act === 'stop_and_take_back')
    return (await api('importJudge', { verdict: 'taken_back' }, address)).records
  if (act === 'put_back') return (await api('importJudge', { verdict: 'put_back' }, address)).records
  return null
}

/**
 * What can be done about an import in its state, beside the sentence that says the state. Nobody is asked whether they
 * are sure: each act has one that undoes it.
 */
export function ImportActions({ shown, onChanged }: ImportActionsProps) {
  const { say, figures } = useLanguage()
  const [busy, setBusy] = useState<Act | null>(null)
  const [error, setError] = useState<{ readonly act: Act; readonly error: AnswerError } | null>(null)
  const [records, setRecords] = useState<number | null>(null)
  const said = useRef<HTMLDivElement>(null)
  const situation = situationOf(shown)

  const begin = async (act: Act) => {
    if (busy) return
    setBusy(act)
    setError(null)
    setRecords(null)
    // What the act brings about is seen while it goes on.
    const look = setTimeout(() => void onChanged(), 500)
    try {
      setRecords(await carryOut(act, shown.import))
    } catch (thrown) {
      setError({ act, error: answerError(thrown) })
    } finally {
      clearTimeout(look)
      await onChanged()
      setBusy(null)
      // The button that was pressed may be gone; reading goes on at what has come of it.
      said.current?.focus({ preventScroll: true })
    }
  }

  return (
    <div className={styles.actions}>
      <div ref={said} tabIndex={-1} className={styles.said}>
        <Note
          heading={say(`imports.situation.${situation}`)}
          tone={situation === 'failed' ? 'departure' : 'plain'}
          role="status"
        >
          {situation === 'failed' && <bdi>{shown.failure?.message} </bdi>}
          {say(`imports.situation.${situation}.means`, { row: figures.count(shown.rows) })}
          {records !== null && ` ${say('imports.records_follow', { records, figure: figures.count(records) })}`}
        </Note>
      </div>
      {shown.state === 'receiving' && <GoOnUpload shown={shown} onArrived={onChanged} />}
      <div className={styles.buttons}>
        {actsFor(shown).map((act, place) => (
          <Button
            key={act}
            weight={place === 0 ? (act === 'go_on' ? 'main' : 'outlined') : 'word'}
            aria-disabled={busy !== null}
            onClick={() => void begin(act)}
          >
            {say(`imports.act.${act}`)}
          </Button>
        ))}
      </div>
      {busy && (
        <p className={styles.busy} role="status">
          {say('imports.acting')}
        </p>
      )}
      {error && <Failed error={error.error} kept={false} onAgain={() => void begin(error.act)} />}
    </div>
  )
}
