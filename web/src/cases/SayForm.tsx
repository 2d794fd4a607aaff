import type { CaseSaying } from '@proofmark/contract/schemas/case-entry'
import { EVALUATION_SCHEMES, type EvaluationScheme, SCHEMES } from '@proofmark/domain/evaluation'
import { useRef, useState } from 'react'
import { newIdentifier } from '../enter/identifier.ts'
import { Picks } from '../field/form/Choice.tsx'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { BuildsUpon } from './BuildsUpon.tsx'
import { stillThere } from './basis.ts'
import { CaseForm } from './CaseForm.tsx'
import { LongText, OneOf, Place } from './fields.tsx'
import { GROUNDS } from './grounds.ts'
import { codeWords, gradeWords } from './meaning.ts'
import { type CaseProps, useCaseDoing } from './useCase.ts'

const EMPTY = {
  text: '',
  reason: '',
  standing: 'fact' as 'fact' | 'assessment',
  scheme: '' as EvaluationScheme | '',
  source: '',
  information: '',
  codes: [] as readonly string[],
  compartment: '',
  about: [] as readonly string[],
}
type Draft = typeof EMPTY

function sayingOf(kind: 'note' | 'decision', draft: Draft): CaseSaying {
  const { standing, scheme, source, information, codes } = draft
  const [text, about] = [draft.text.trim(), [...draft.about]]
  if (kind === 'decision') return { kind, text, reason: draft.reason.trim(), about }
  if (scheme === '') return { kind, text, standing, about }
  const grades = { source: source || null, information: information || null, codes: [...codes] }
  return { kind, text, standing, evaluation: { scheme, ...grades }, about }
}

/** Writes a note, graded in the scheme it came in, or a decision with its reason. */
export function SayForm({ shown, onChanged, kind }: CaseProps & { readonly kind: 'note' | 'decision' }) {
  const { say } = useLanguage()
  const { change, ...doing } = useCaseDoing(onChanged)
  const [draft, setDraft] = useState(EMPTY)
  const entry = useRef(newIdentifier())
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const empty = (text: string) => text.trim() === ''
  const write = (close: () => void) => {
    if (empty(draft.text) || (kind === 'decision' && empty(draft.reason))) return false
    const place = draft.compartment === '' ? {} : { compartment: draft.compartment }
    const saying = sayingOf(kind, draft)
    change(
      () => api('caseSay', { case: shown.case, entry: entry.current, ...place, say: saying, grounds: GROUNDS }),
      () => {
        entry.current = newIdentifier()
        setDraft(EMPTY)
        close()
      },
    )
    return true
  }
  return (
    <CaseForm opens={say(`cases.add_${kind}`)} sends={say('cases.do_write')} {...doing} onSend={write}>
      {(tried) => (
        <>
          <LongText
            name="text"
            label={say('cases.text')}
            value={draft.text}
            missing={tried && empty(draft.text)}
            onChange={(text) => set({ text })}
          />
          {kind === 'decision' && (
            <LongText
              name="reason"
              label={say('cases.reason')}
              value={draft.reason}
              missing={tried && empty(draft.reason)}
              onChange={(reason) => set({ reason })}
            />
          )}
          {kind === 'note' && <Grading draft={draft} onChange={set} />}
          <Place
            shown={shown}
            value={draft.compartment}
            // What a compartment holds is nothing that an entry elsewhere may build upon.
            onChange={(compartment) => set({ compartment, about: stillThere(shown, compartment, draft.about, say) })}
          />
          <BuildsUpon
            shown={shown}
            compartment={draft.compartment}
            chosen={draft.about}
            onChange={(about) => set({ about })}
          />
        </>
      )}
    </CaseForm>
  )
}

function Grading({ draft, onChange }: { readonly draft: Draft; readonly onChange: (part: Partial<Draft>) => void }) {
  const { say } = useLanguage()
  const { scheme } = draft
  const known = scheme === '' ? null : SCHEMES[scheme]
  return (
    <>
      <OneOf
        name="standing"
        label={say('cases.standing')}
        codes={['fact', 'assessment'] as const}
        word={(code) => say(`case.standing.${code}`)}
        value={draft.standing}
        onChange={(standing) => standing && onChange({ standing })}
      />
      <OneOf
        name="scheme"
        label={say('cases.scheme')}
        codes={EVALUATION_SCHEMES}
        word={(code) => say('cases.scheme_name', { scheme: code })}
        value={scheme}
        none={say('cases.not_graded')}
        onChange={(next) => onChange({ scheme: next, source: '', information: '', codes: [] })}
      />
      {known &&
        (['source', 'information'] as const).map((grade) => (
          <OneOf
            key={grade}
            name={grade}
            label={say(`cases.${grade}_grade`)}
            codes={known[grade]}
            word={(code) => (scheme === '' ? code : gradeWords(say, scheme, grade, code))}
            value={draft[grade]}
            none={say('cases.not_graded')}
            onChange={(code) => onChange({ [grade]: code })}
          />
        ))}
      {known && known.codes.length > 0 && (
        <Picks
          legend={say('cases.codes')}
          name="codes"
          codes={known.codes}
          word={(code) => (scheme === '' ? code : codeWords(say, scheme, code))}
          chosen={draft.codes}
          onChoose={(code, isChosen) =>
            onChange({ codes: isChosen ? [...draft.codes, code] : draft.codes.filter((each) => each !== code) })
          }
        />
      )}
    </>
  )
}
