import type { AnswerError } from '@proofmark/contract/client'
import type { TraceShown } from '@proofmark/contract/schemas/trace-shown'
import { useCallback, useEffect, useRef, useState } from 'react'
import { answerError, api } from '../../frame/api.ts'
import { useLanguage } from '../../frame/language.tsx'
import { countriesOf } from '../countries.ts'
import { GROUNDS } from '../grounds.ts'
import { draftOf, type FormDraft, formOf } from './form-draft.ts'

/** How long after the last key a form is saved. */
const PAUSE_MS = 700

/** Is what is typed also what is kept? */
export type Saving = 'saved' | 'typed' | 'saving' | 'failed'

export interface Form {
  readonly draft: FormDraft
  readonly saving: Saving
  readonly error: AnswerError | null
  readonly change: (part: Partial<FormDraft>) => void
  /** Saves at once what is not saved yet; fulfils with whether all of it is kept. */
  readonly save: () => Promise<boolean>
  /** Takes what somebody else saved, and gives up what was typed since. */
  readonly takeTheirs: () => void
  /** Sets the form back to what it said when it was opened; null where it says so still. */
  readonly undo: (() => void) | null
}

/**
 * The form as it is typed, saved whenever the reader pauses: one saving at a time, each over the version that the last
 * one made, so that nobody else's work is overwritten.
 */
export function useForm(trace: TraceShown, onSaved: (trace: TraceShown) => void): Form {
  const { locale } = useLanguage()
  const countries = countriesOf(locale)
  const [opened] = useState(() => draftOf(trace, countries))
  const [draft, setDraft] = useState(opened)
  const [saving, setSaving] = useState<Saving>('saved')
  const [error, setError] = useState<AnswerError | null>(null)
  const version = useRef(trace.version)
  const kept = useRef(JSON.stringify(formOf(opened, countries)))
  const typed = useRef(opened)
  const running = useRef<Promise<boolean> | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const save = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current)
    if (running.current) {
      await running.current
      return save()
    }
    const asked = formOf(typed.current, countries)
    const text = JSON.stringify(asked)
    if (text === kept.current) {
      setSaving('saved')
      setError(null)
      return true
    }
    setSaving('saving')
    setError(null)
    running.current = api('traceEdit', { trace: trace.id, version: version.current, ...asked, grounds: GROUNDS }).then(
      (saved) => {
        version.current = saved.version
        kept.current = text
        onSaved(saved)
        return true
      },
      (thrown: unknown) => {
        setError(answerError(thrown))
        return false
      },
    )
    const done = await running.current
    running.current = null
    setSaving(done ? (JSON.stringify(formOf(typed.current, countries)) === kept.current ? 'saved' : 'typed') : 'failed')
    return done
  }, [countries, onSaved, trace.id])

  const set = (next: FormDraft) => {
    typed.current = next
    setDraft(next)
    setSaving((before) => (before === 'saving' ? before : 'typed'))
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void save(), PAUSE_MS)
  }
  // What was typed last is saved when the page is left as well.
  useEffect(() => () => void save(), [save])

  return {
    draft,
    saving,
    error,
    change: (part) => set({ ...typed.current, ...part }),
    save,
    takeTheirs: () =>
      void api('traceShow', { trace: trace.id, grounds: GROUNDS }).then(
        (theirs) => {
          const next = draftOf(theirs, countries)
          version.current = theirs.version
          kept.current = JSON.stringify(formOf(next, countries))
          typed.current = next
          setDraft(next)
          setSaving('saved')
          setError(null)
          onSaved(theirs)
        },
        (thrown: unknown) => setError(answerError(thrown)),
      ),
    undo: JSON.stringify(draft) === JSON.stringify(opened) ? null : () => set(opened),
  }
}
