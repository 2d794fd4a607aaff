import { CASE_VISIBILITIES, type CaseVisibility } from '@proofmark/contract/case-desk-words'
import { CASE_KINDS, type CaseKind, NEXUS_MARKS, type NexusMark } from '@proofmark/contract/case-words'
import { HANDLING_CODES } from '@proofmark/contract/source-words'
import { useRef, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Section } from '../common/Section.tsx'
import { TextField } from '../common/TextField.tsx'
import { useDoing } from '../common/useDoing.ts'
import { newIdentifier } from '../enter/identifier.ts'
import { Picks } from '../field/form/Choice.tsx'
import { goTo } from '../frame/address.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { CaseForm } from './CaseForm.tsx'
import styles from './Cases.module.css'
import { OneOf } from './fields.tsx'
import { GROUNDS } from './grounds.ts'
import { codeWords } from './meaning.ts'

type Handling = (typeof HANDLING_CODES)[number]
const EMPTY = {
  reference: '',
  title: '',
  kinds: [] as readonly CaseKind[],
  nexus: [] as readonly NexusMark[],
  visibility: 'pointer' as CaseVisibility,
  handling: 'H2' as Handling,
}

const picked = <Code extends string>(codes: readonly Code[], code: Code, isChosen: boolean): readonly Code[] =>
  isChosen ? [...codes, code] : codes.filter((each) => each !== code)

/** Opens a case, which nobody but its opener reads at first. */
export function OpenCase() {
  const { say } = useLanguage()
  const { busy, error, act, again } = useDoing()
  const [draft, setDraft] = useState(EMPTY)
  const id = useRef(newIdentifier())
  const change = (part: Partial<typeof EMPTY>) => setDraft({ ...draft, ...part })
  const missing = (text: string) => text.trim() === ''
  const fault = { reason: say('cases.missing'), accepted: say('cases.missing_how') }
  const open = (again = false) => {
    const { reference, title, kinds, nexus } = draft
    if (missing(reference) || missing(title) || kinds.length === 0) return false
    act(async () => {
      const said = {
        ...draft,
        reference: reference.trim(),
        title: title.trim(),
        kinds: [...kinds],
        nexus: [...nexus],
        again,
      }
      const shown = await api('caseOpen', { case: id.current, ...said, grounds: GROUNDS })
      goTo(`/cases/${shown.case}`)
    })
    return true
  }
  return (
    <Section heading={say('cases.open_new')}>
      <p className={styles.told}>{say('cases.open_how')}</p>
      <CaseForm
        opens={say('cases.open_new')}
        sends={say('cases.do_open')}
        {...{ busy, error, again }}
        onSend={() => open()}
      >
        {(tried) => (
          <>
            <TextField
              name="reference"
              label={say('cases.reference')}
              value={draft.reference}
              most={120}
              error={tried && missing(draft.reference) ? fault : null}
              onChange={(reference) => change({ reference })}
            />
            <TextField
              name="title"
              label={say('cases.title')}
              value={draft.title}
              most={120}
              error={tried && missing(draft.title) ? fault : null}
              onChange={(title) => change({ title })}
            />
            <Picks
              legend={say('cases.kinds')}
              name="kinds"
              codes={CASE_KINDS}
              word={(code) => say(`case.kind.${code}`)}
              chosen={draft.kinds}
              onChoose={(code, isChosen) => change({ kinds: picked(draft.kinds, code, isChosen) })}
            />
            {tried && draft.kinds.length === 0 && (
              <p className={styles.warned} role="alert">
                {say('cases.missing_kind')}
              </p>
            )}
            <Picks
              legend={say('cases.nexus')}
              name="nexus"
              codes={NEXUS_MARKS}
              word={(code) => say(`case.nexus.${code}`)}
              chosen={draft.nexus}
              onChoose={(code, isChosen) => change({ nexus: picked(draft.nexus, code, isChosen) })}
            />
            <OneOf
              name="visibility"
              label={say('cases.visibility')}
              codes={CASE_VISIBILITIES}
              word={(code) => say(`case.visibility.${code}`)}
              value={draft.visibility}
              onChange={(code) => code && change({ visibility: code })}
            />
            <OneOf
              name="handling"
              label={say('cases.handling')}
              codes={HANDLING_CODES}
              word={(code) => codeWords(say, 'europol', code)}
              value={draft.handling}
              onChange={(code) => code && change({ handling: code })}
            />
            {error?.code === 'case_reference_borne' && (
              <p>
                <Button onClick={() => open(true)} disabled={busy}>
                  {say('cases.open_again')}
                </Button>
              </p>
            )}
          </>
        )}
      </CaseForm>
    </Section>
  )
}
