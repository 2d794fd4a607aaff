import type { AnswerError } from '@proofmark/contract/client'
import { addressOf } from '@proofmark/contract/client'
import { PATHS } from '@proofmark/contract/paths'
import type { ImportReject } from '@proofmark/contract/schemas/import'
import { useCallback, useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Section } from '../common/Section.tsx'
import { answerError, api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { RejectTable } from './RejectTable.tsx'
import styles from './RowsBack.module.css'
import { useAsked } from './useAsked.ts'

/** Rows shown before anybody asks for more. */
const FIRST_SHOWN = 20

interface RowsBackProps {
  readonly id: string
  readonly rejected: number
}

/** The rows of an import that came back, a part at a time, and all of them as files: with why, and whole to be mended. */
export function RowsBack({ id, rejected }: RowsBackProps) {
  const { say, figures } = useLanguage()
  const ask = useCallback((signal: AbortSignal) => api('importRejectList', undefined, { import: id }, signal), [id])
  const [asked, again] = useAsked(ask)
  const [further, setFurther] = useState<readonly ImportReject[]>([])
  const [more, setMore] = useState<boolean | null>(null)
  const [unfolded, setUnfolded] = useState(false)
  const [error, setError] = useState<AnswerError | null>(null)
  const fetched = asked.kind === 'answered' ? [...asked.answer.rejects, ...further] : []
  const rejects = unfolded ? fetched : fetched.slice(0, FIRST_SHOWN)
  const hasMore = rejects.length < fetched.length || (more ?? (asked.kind === 'answered' && asked.answer.more))
  const showMore = () => {
    if (!unfolded) {
      setUnfolded(true)
      if (rejects.length < fetched.length) return
    }
    const after = String(rejects.at(-1)?.row ?? 0)
    setError(null)
    api('importRejectList', undefined, { import: id, after }).then(
      (answer) => {
        setFurther([...further, ...answer.rejects])
        setMore(answer.more)
      },
      (thrown: unknown) => setError(answerError(thrown)),
    )
  }
  const shown = { shown: figures.count(rejects.length), of: figures.count(rejected) }
  return (
    <Section heading={say('imports.back', { rows: rejected, figure: figures.count(rejected) })}>
      <p className={styles.files}>
        <a href={addressOf(PATHS.importRejectedRows.path, { import: id })} download>
          {say('imports.back.take_rows')}
        </a>
        <span>{say('imports.back.mend')}</span>
        <a href={addressOf(PATHS.importRejects.path, { import: id })} download>
          {say('imports.back.take_reasons')}
        </a>
      </p>
      {asked.kind === 'asking' && <Bars id="imports.back.asking" />}
      {asked.kind === 'failed' && <Failed error={asked.error} kept={false} onAgain={again} />}
      {rejects.length > 0 && (
        <>
          <RejectTable rejects={rejects} />
          <p className={styles.more}>
            <span role="status">{say('imports.back.shown', shown)}</span>{' '}
            {hasMore && (
              <Button weight="word" onClick={showMore}>
                {say('imports.back.more')}
              </Button>
            )}
          </p>
        </>
      )}
      {error && <Failed error={error} kept={false} onAgain={showMore} />}
    </Section>
  )
}
