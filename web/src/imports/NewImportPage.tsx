import type { Session } from '@proofmark/contract/schemas/session'
import { useCallback } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Note } from '../common/Note.tsx'
import { Section } from '../common/Section.tsx'
import states from '../common/State.module.css'
import { api, sentenceOf } from '../frame/api.ts'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import { ChooseFile } from './ChooseFile.tsx'
import styles from './ImportPage.module.css'
import { MappingSection } from './MappingSection.tsx'
import { overlookedColumns, Preview } from './Preview.tsx'
import { Sent } from './Sent.tsx'
import { useAsked } from './useAsked.ts'
import { type NewImport, type NewImportControl, useNewImport } from './useNewImport.ts'

/** A new import: a source and a file are chosen, the import is previewed and its mapping mended, and it begins. */
export function NewImportPage({ session }: { readonly session: Session }) {
  const { say } = useLanguage()
  const control = useNewImport()
  const ask = useCallback((signal: AbortSignal) => api('sourceList', undefined, {}, signal), [])
  const [asked, again] = useAsked(ask)
  return (
    <div className={styles.page}>
      <p className={styles.way}>
        <Go to="/imports">{say('imports.back_to')}</Go>
      </p>
      {asked.kind === 'asking' && <Bars id="imports.asking_sources" />}
      {asked.kind === 'failed' && <Failed error={asked.error} kept={false} onAgain={again} />}
      {asked.kind === 'answered' && (
        <Way
          control={control}
          sources={asked.answer.sources.filter(({ agency }) => agency === session.agency).map(({ name }) => name)}
        />
      )}
    </div>
  )
}

function Way({ control, sources }: { readonly control: NewImportControl; readonly sources: readonly string[] }) {
  const { say } = useLanguage()
  if (sources.length === 0)
    return (
      <Section heading={say('imports.new')} ruled={false}>
        <div className={states.state}>
          <p>{say('imports.no_source')}</p>
          <p className={states.more}>{say('imports.no_source_how')}</p>
        </div>
      </Section>
    )
  const { state } = control
  return (
    <>
      <ChooseFile
        sources={sources}
        busy={state.step === 'sending' || state.step === 'opening' || state.step === 'reading'}
        onChosen={control.begin}
      />
      <After state={state} control={control} />
    </>
  )
}

/** What comes of the chosen file. */
function After({ state, control }: { readonly state: NewImport; readonly control: NewImportControl }) {
  const { say } = useLanguage()
  if (state.step === 'choose') return null
  if (state.step === 'refused')
    return (
      <Section heading={say('imports.not_opened')}>
        <Note heading={sentenceOf(say, state.error)} tone="departure" role="alert">
          {say('imports.not_opened_how')}
        </Note>
      </Section>
    )
  if (state.step === 'opening' || state.step === 'reading' || state.step === 'sending')
    return (
      <Section heading={say(state.step === 'sending' ? 'imports.act.import' : 'imports.preview')} busy>
        {state.step === 'opening' ? (
          <Bars id="imports.opening" />
        ) : (
          <Sent share={state.share} reading={state.step === 'sending' ? 'imports.arriving' : 'imports.reading'} />
        )}
        <p className={styles.leave}>
          <Button weight="word" onClick={control.giveUp}>
            {say(state.step === 'sending' ? 'imports.act.break_off' : 'imports.act.leave')}
          </Button>
        </p>
      </Section>
    )
  const { chosen } = state
  return (
    <>
      {state.step === 'broken' && (
        <Note heading={sentenceOf(say, state.error)} tone="departure" role="alert">
          {say(state.import ? 'imports.broken_kept' : 'imports.broken')}{' '}
          {state.import ? (
            <Go to={`/imports/${state.import}`}>{say('imports.broken_go_on')}</Go>
          ) : (
            <Button weight="word" onClick={() => control.importIt(chosen, state.summary)}>
              {say('common.again')}
            </Button>
          )}
        </Note>
      )}
      {state.step === 'unread' && (
        <Section heading={say('imports.unread')}>
          <Note heading={sentenceOf(say, state.error)} tone="departure" role="alert">
            {say('imports.unread_how')}{' '}
            <Button weight="word" onClick={() => control.previewAgain(chosen)}>
              {say('common.again')}
            </Button>
          </Note>
        </Section>
      )}
      {state.step !== 'unread' && (
        <Preview chosen={chosen} summary={state.summary} onImport={() => control.importIt(chosen, state.summary)} />
      )}
      <MappingSection
        key={chosen.saved?.version ?? 'proposed'}
        chosen={chosen}
        open={state.step === 'unread' || overlookedColumns(chosen, state.summary).length > 0}
        onRead={(written) => control.readAs(chosen, written)}
        onSave={(profile, proposal) => control.save({ ...chosen, proposal }, profile)}
      />
    </>
  )
}
