import type { Session } from '@proofmark/contract/schemas/session'
import { type DragEvent, type FormEvent, useId, useRef, useState } from 'react'
import { Button } from '../../common/Button.tsx'
import picks from '../../common/FilePick.module.css'
import { GroundsFields } from '../../common/GroundsFields.tsx'
import { Section } from '../../common/Section.tsx'
import { Go } from '../../frame/Go.tsx'
import { useLanguage } from '../../frame/language.tsx'
import type { FindDesk } from '../useFind.ts'
import styles from './ListForm.module.css'
import { type ListDesk, type ListState, MOST_ROWS } from './list-desk.ts'

interface ListFormProps {
  readonly desk: FindDesk
  readonly list: ListDesk
  readonly state: ListState
  readonly session: Session
  readonly onLook: () => void
}

/** A list of marks, pasted or as a file that is chosen or dropped, and why one looks. */
export function ListForm({ desk, list, state: { text, file, listing }, session, onLook }: ListFormProps) {
  const { say, figures } = useLanguage()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const [over, setOver] = useState(false)
  const [tried, setTried] = useState(false)
  const { draft, change } = desk
  const lacksList = !file && text.trim() === ''
  const lacksPurpose = draft.purpose === null
  const field = (selector: string) => form.current?.querySelector<HTMLElement>(selector)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (lacksList) field('textarea')?.focus()
    else if (lacksPurpose) field('[name="purpose"]')?.focus()
    else onLook()
  }
  const choose = (chosen: File | undefined) => {
    if (chosen) list.change({ file: chosen })
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    choose(event.dataTransfer.files[0])
  }
  const wrong = tried && lacksList
  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={submit}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Section heading={say('list.heading')} aside={<Go to="/find">{say('list.one_mark')}</Go>} ruled={false}>
        <div className={over ? `${styles.list} ${styles.over}` : styles.list}>
          {file ? (
            <p className={styles.file}>
              <bdi>{file.name}</bdi>{' '}
              <Button weight="word" onClick={() => list.change({ file: null })}>
                {say('list.no_file')}
              </Button>
            </p>
          ) : (
            <>
              <label htmlFor={`${id}-list`}>{say('list.paste')}</label>
              <textarea
                id={`${id}-list`}
                dir="ltr"
                rows={9}
                value={text}
                spellCheck={false}
                autoComplete="off"
                autoCapitalize="off"
                aria-invalid={wrong || undefined}
                aria-describedby={`${id}-how${wrong ? ` ${id}-wrong` : ''}`}
                placeholder={'TKR1048\nTKR1049, Taurus, PT 92, 9x19'}
                onChange={(event) => list.change({ text: event.target.value })}
              />
              {wrong && (
                <p id={`${id}-wrong`} className={styles.error}>
                  <strong>{say('list.missing')}</strong> {say('list.missing_accepted')}
                </p>
              )}
              <p id={`${id}-how`} className={styles.how}>
                {say('list.how', { most: figures.count(MOST_ROWS) })}
              </p>
            </>
          )}
          <p className={styles.how}>
            <input
              id={`${id}-file`}
              type="file"
              name="file"
              accept=".csv,.tsv,.txt,.xlsx"
              className={`unseen ${picks.input}`}
              onChange={({ target }) => {
                choose(target.files?.[0])
                // The same file chosen again, mended meanwhile, is a choice too.
                target.value = ''
              }}
            />
            <label htmlFor={`${id}-file`} className={picks.pick}>
              {say(file ? 'list.another_file' : 'list.choose_file')}
            </label>{' '}
            {say('list.file_how')}
          </p>
        </div>
      </Section>
      <div className={styles.grounds}>
        <Section heading={say('common.grounds')} aside={say('common.grounds_aside')} ruled={false}>
          <div>
            <GroundsFields
              purposes={session.purposes}
              purpose={draft.purpose}
              reference={draft.reference}
              missing={tried && lacksPurpose}
              onChange={change}
            />
          </div>
        </Section>
        <Button weight="main" type="submit" aria-disabled={listing.kind === 'asking'}>
          {say('list.look')}
        </Button>
      </div>
    </form>
  )
}
