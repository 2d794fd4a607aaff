import type { ImportShow } from '@proofmark/contract/schemas/import'
import { Bars } from '../common/Bars.tsx'
import { Failed } from '../common/Failed.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { Note } from '../common/Note.tsx'
import { Plate } from '../common/Plate.tsx'
import { Section } from '../common/Section.tsx'
import { Sentence } from '../common/Sentence.tsx'
import { sentenceOf } from '../frame/api.ts'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import { ImportActions } from './ImportActions.tsx'
import { ImportBar, type ToCome } from './ImportBar.tsx'
import styles from './ImportPage.module.css'
import { type Speed, shareToCome } from './progress.ts'
import { RowsBack } from './RowsBack.tsx'
import { sizeShown } from './size.ts'
import { useImport } from './useImport.ts'

/** One import: what it is, how far it has come, what came back, and what can be done about it. */
export function ImportPage({ id }: { readonly id: string }) {
  const { say } = useLanguage()
  const { shown, speed, error, look } = useImport(id)
  return (
    <div className={styles.page}>
      <p className={styles.way}>
        <Go to="/imports">{say('imports.back_to')}</Go>
      </p>
      {error && !shown && <Failed error={error} kept={false} onAgain={() => void look()} />}
      {!error && !shown && <Bars id="imports.asking_one" />}
      {shown && (
        <>
          {error && (
            <Note heading={sentenceOf(say, error)} role="status">
              {say('imports.old_look')}
            </Note>
          )}
          <Header shown={shown} />
          <Progress shown={shown} speed={speed} onChanged={look} />
          {shown.rejected > 0 && <RowsBack key={shown.state} id={id} rejected={shown.rejected} />}
        </>
      )}
    </div>
  )
}

function Header({ shown }: { readonly shown: ImportShow }) {
  const language = useLanguage()
  const { say, figures } = language
  const facts = [
    ['imports.begun', figures.moment(shown.startedAt)],
    ['imports.by', <bdi key="by">{shown.startedBy}</bdi>],
    ['imports.ended', shown.finishedAt && figures.moment(shown.finishedAt)],
    ['imports.size', shown.bytes === null ? null : sizeShown(language, shown.bytes)],
    [
      'imports.profile',
      shown.door === 'hand'
        ? null
        : shown.profileVersion === null
          ? say('imports.profile_none')
          : say('imports.profile_version', { version: figures.count(shown.profileVersion) }),
    ],
    [
      'imports.sha256',
      shown.sha256 && (
        <Identifier key="sha256" mono>
          {shown.sha256}
        </Identifier>
      ),
    ],
  ] as const
  return (
    <div>
      <header className={styles.header}>
        <div>
          <p className={styles.facts}>
            <Sentence
              id="imports.into"
              nodes={{ source: <bdi>{shown.source}</bdi>, agency: <bdi>{shown.agency}</bdi> }}
            />
          </p>
          <h2 className={styles.title}>{shown.file ? <bdi>{shown.file}</bdi> : say('imports.by_hand')}</h2>
        </div>
        <p className={styles.facts} role="status">
          {say(`imports.state.${shown.state}`)}
        </p>
      </header>
      <Plate facts={facts.map(([name, value]) => [say(name), value] as const)} />
    </div>
  )
}

/** What of its file an import has not read; a file that is all in memory before its rows are is of unknown rest. */
function toComeOf(shown: ImportShow): ToCome {
  const { state, interruptedIn, door } = shown
  const reading =
    state === 'running' ||
    state === 'stopped' ||
    state === 'failed' ||
    (state === 'interrupted' && interruptedIn === 'running')
  if (door === 'hand' || !reading) return null
  return shareToCome(shown) || 'unknown'
}

interface ProgressProps {
  readonly shown: ImportShow
  readonly speed: Speed | null
  readonly onChanged: () => Promise<void>
}

function Progress({ shown, speed, onChanged }: ProgressProps) {
  const { say, figures } = useLanguage()
  const arriving = shown.state === 'receiving'
  return (
    <Section
      heading={
        arriving
          ? say('imports.receiving')
          : say('imports.rows_read', { rows: shown.rows, figure: figures.count(shown.rows) })
      }
      aside={shown.state === 'running' && <Pace speed={speed} />}
    >
      {!arriving && <ImportBar counts={shown} toCome={toComeOf(shown)} />}
      <ImportActions shown={shown} onChanged={onChanged} />
    </Section>
  )
}

/** Rows a second and the time that is left, and that nobody need wait for it. */
function Pace({ speed }: { readonly speed: Speed | null }) {
  const { say, figures } = useLanguage()
  const rate = speed && say('imports.rate', { figure: figures.count(Math.round(speed.rowsPerSecond)) })
  const seconds = speed?.secondsLeft ?? null
  const left =
    seconds === null
      ? null
      : seconds < 90
        ? say('imports.seconds_left', { count: Math.max(1, Math.round(seconds)) })
        : say('imports.minutes_left', { count: Math.round(seconds / 60) })
  return <>{[rate, left, say('imports.safe_to_close')].filter((part) => part !== null).join(' ')}</>
}
