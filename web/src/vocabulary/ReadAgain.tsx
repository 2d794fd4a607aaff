import { Bars } from '../common/Bars.tsx'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Section } from '../common/Section.tsx'
import { useLanguage } from '../frame/language.tsx'
import { Preview } from './Preview.tsx'
import { useRenewal } from './useRenewal.ts'
import styles from './VocabularyPage.module.css'

interface ReadAgainProps {
  /** Texts that were decided on, whose records are still to be read again. */
  readonly decided: number
  /** Rises with each decision taken beside this. */
  readonly changes: number
  readonly onRead: () => void
}

/** Reading the agency's records again: what it would change, beginning it, how far it has come, and stopping it. */
export function ReadAgain({ decided, changes, onRead }: ReadAgainProps) {
  const { say, figures } = useLanguage()
  const { last, preview, error, busy, see, begin, stop, ask } = useRenewal(changes, onRead)
  const running = last?.state === 'running'
  const counted = last && {
    records: last.records,
    figure: figures.count(last.records),
    changed: figures.count(last.changed),
    by: last.startedBy,
    at: figures.moment(last.finishedAt ?? last.startedAt),
  }
  return (
    <Section heading={say('vocabulary.again')} busy={running}>
      <div className={styles.again}>
        <p>
          {say('vocabulary.again_how')}{' '}
          {decided > 0 && say('vocabulary.again_decided', { count: decided, figure: figures.count(decided) })}
        </p>
        <p role="status" className={styles.note}>
          {last && counted && say(`vocabulary.renewal.${last.state}`, counted)}
        </p>
        {error && <Failed error={error} onAgain={ask} kept={false} />}
        <div className={styles.buttons}>
          {running ? (
            <Button disabled={busy} onClick={stop}>
              {say('vocabulary.stop')}
            </Button>
          ) : (
            <>
              <Button disabled={busy} onClick={see}>
                {say('vocabulary.preview')}
              </Button>
              <Button weight="main" disabled={busy} onClick={begin}>
                {say(last?.state === 'stopped' || last?.state === 'failed' ? 'vocabulary.go_on' : 'vocabulary.begin')}
              </Button>
            </>
          )}
        </div>
        {busy && <Bars id="vocabulary.again_asking" />}
        {preview && !running && <Preview preview={preview} />}
      </div>
    </Section>
  )
}
